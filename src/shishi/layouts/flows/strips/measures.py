"""What counts things: the characters that a number stands before and no name or cell begins with."""

MEASURES = frozenset(
    "公平个处条家座所套张台部辆户人名亩吨项件米年月日场片只班组次栋间口盏份册期对万亿"
)
