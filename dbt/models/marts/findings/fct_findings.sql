{#
    The checks that did not pass, and whose operands are read without doubt: what may be our slip accuses nobody, and what
    no identity could confirm proves nothing. The key is made of what is stated, not of where: it survives a line that
    moves.
#}
with failed as (
    select
        checks.*,
        rules.class,
        rules.severity,
        case when rules.confidence = 'proven' and checks.is_untested then 'likely' else rules.confidence end as confidence,
        rules.title_zh,
        rules.title_en,
        row_number() over (
            partition by checks.rule_id, checks.document_id, checks.stable_subject
            order by checks.table_number, checks.row_number, checks.column_number, checks.line, checks.anchor_id
        ) as occurrence
    from {{ ref('audit_checks') }} as checks
    inner join {{ ref('rules') }} as rules on checks.rule_id = rules.rule_id
    where not checks.is_passed and not checks.is_doubtful
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
