{#
    The failures that are published. The key is made of what is stated, not of where: it survives a line that moves. The
    rank within a document goes by severity, confidence and money.
#}
with failed as (
    select * from {{ ref('audit_failures') }}
)

select
    {{ finding_id('failed') }} as finding_id,
    rule_id,
    class,
    severity,
    confidence,
    subject,
    case when comparison <> 'same_text' then expected_value end as expected_value,
    case when comparison <> 'same_text' then actual_value end as actual_value,
    case when comparison <> 'same_text' then difference end as difference,
    case when comparison <> 'same_text' then tolerance end as tolerance,
    case when comparison <> 'same_text' then value_unit end as value_unit,
    case when comparison = 'same_text' then expected_text end as expected_text,
    case when comparison = 'same_text' then actual_text end as actual_text,
    {{ money('difference_cny') }} as difference_cny,
    cast(cast(difference_cny as double) / nullif(cast(spending_cny as double), 0) as decimal(24, 6)) as share_of_total,
    cast(row_number() over (
        partition by document_id
        order by
            case severity when 'error' then 0 when 'warning' then 1 else 2 end,
            case confidence when 'proven' then 0 when 'likely' then 1 else 2 end,
            difference_cny desc nulls last, rule_id, stable_subject, occurrence
    ) as integer) as rank,
    expected_as_printed,
    actual_as_printed,
    {{ finding_message('failed', 'zh') }} as message_zh,
    {{ finding_message('failed', 'en') }} as message_en,
    document_id,
    table_number,
    row_number,
    page,
    line,
    other_page,
    other_line,
    statement_kind,
    organisation,
    fiscal_year,
    phase,
    anchor_id as operand_id,
    ledger_id
from failed
order by finding_id
