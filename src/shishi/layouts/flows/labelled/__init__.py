"""Projects without a table: 责任单位:… and 完成情况:… under, or behind, each numbered item."""
