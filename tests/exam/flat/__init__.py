"""Pages as running text: tables that lost their rulings."""
