select
    rule_id,
    identity,
    class,
    severity,
    confidence,
    comparison,
    tolerance,
    applies_to,
    title_en,
    title_zh
from {{ ref('rules') }}
order by class, rule_id
