{#
    One row per check made, passed or not: the figure under examination against the sum of its addends. The tolerance
    is half a printed unit of each figure involved; a difference of exactly the tolerance passes.
#}
with checked as (
    select
        addends.rule_id,
        addends.anchor_id,
        sum(addends.sign * parts.amount_cny) as expected_cny,
        sum(parts.half_unit_cny) as parts_rounding_cny,
        min(parts.ledger_id) as first_part_id,
        min(parts.name_as_printed) as part_name,
        min(parts.line) as part_line,
        min(parts.page) as part_page,
        count(*) as addends
    from {{ ref('audit_addends') }} as addends
    inner join {{ ref('audit_figures') }} as parts on addends.part_id = parts.ledger_id
    group by addends.rule_id, addends.anchor_id
),

compared as (
    select
        checked.rule_id,
        rules.identity,
        rules.comparison,
        checked.anchor_id,
        checked.addends,
        anchors.document_id,
        anchors.table_number,
        anchors.row_number,
        anchors.column_number,
        anchors.page,
        anchors.line,
        checked.part_page as other_page,
        checked.part_line as other_line,
        anchors.statement_kind,
        anchors.organisation,
        anchors.fiscal_year,
        anchors.phase,
        concat_ws(
            ' · ', anchors.organisation, cast(anchors.fiscal_year as varchar), anchors.phase, anchors.title,
            nullif(anchors.row_label, ''), anchors.column_label
        ) as subject,
        concat_ws(
            '|', anchors.statement_kind, anchors.organisation, cast(anchors.fiscal_year as varchar), anchors.phase,
            anchors.fund, anchors.side, coalesce(anchors.code, anchors.item), anchors.name_as_printed, anchors.measure
        ) as stable_subject,
        anchors.name_as_printed as anchor_name,
        checked.part_name,
        anchors.amount_cny as actual_cny,
        checked.expected_cny,
        anchors.amount_cny - checked.expected_cny as difference_cny,
        anchors.half_unit_cny + checked.parts_rounding_cny as tolerance_cny
    from checked
    inner join {{ ref('audit_figures') }} as anchors on checked.anchor_id = anchors.ledger_id
    inner join {{ ref('rules') }} as rules on checked.rule_id = rules.rule_id
)

select
    *,
    case comparison
        when 'equal' then abs(difference_cny) <= tolerance_cny
        when 'at_most' then difference_cny <= tolerance_cny
        when 'at_least' then -difference_cny <= tolerance_cny
        else false
    end as is_passed
from compared
