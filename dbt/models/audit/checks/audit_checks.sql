{#
    One row per check made, passed or not: the operand under examination against what its parts make: their sum, or
    their quotient in percent. `is_doubtful` where an operand may be misread, `is_untested` where no identity could tell.
    Evidence enters neither. An operand whose key ends in `:meant` is not printed, it is what the words or the unit
    should be; one that ends in `:value` is computed.
    The tolerance is of the kind that the catalogue of rules names (macro `tolerance`).
    No check leans on a figure that nobody is sure of, nor accuses where our own reading explains the difference (macro
    `explained_by_reading`).
#}
with unsure as (
    select distinct ledger_id from {{ ref('audit_unsure_figures') }}
),

parts as (
    select
        addends.rule_id,
        addends.anchor_id,
        addends.role,
        addends.sign,
        unsure.ledger_id is not null as is_unsure,
        operands.*
    from {{ ref('audit_addends') }} as addends
    inner join {{ ref('audit_operands') }} as operands on addends.part_id = operands.operand_id
    left join unsure on operands.ledger_id = unsure.ledger_id and operands.source = 'statement'
),

calculated as ({{ made_of('parts') }}),

compared as (
    select
        calculated.rule_id,
        rules.identity,
        rules.class,
        rules.comparison,
        calculated.anchor_id,
        calculated.operands,
        calculated.first_part_id,
        anchors.ledger_id,
        anchors.document_id,
        anchors.table_number,
        anchors.row_number,
        anchors.column_number,
        anchors.page,
        anchors.line,
        firsts.page as other_page,
        firsts.line as other_line,
        anchors.statement_kind,
        anchors.organisation,
        anchors.fiscal_year,
        anchors.phase,
        calculated.first_part_id like '%:meant' as is_meant,
        calculated.operands > 1 or calculated.first_part_id like '%:value' as is_computed,
        anchors.text as actual_text,
        firsts.text as expected_text,
        anchors.value_unit,
        cast(anchors.value as decimal(24, 4)) as actual_value,
        {{ as_decimal('calculated.expected', 24, 4) }} as expected_value,
        {{ as_decimal('anchors.value - calculated.expected', 24, 4) }} as difference,
        rules.tolerance as tolerance_kind,
        anchors.half_unit,
        calculated.coarsest_half_unit,
        calculated.doubtful = 1 or coalesce(anchors.reading_status, '') = 'doubtful' as is_doubtful,
        calculated.untested = 1 or coalesce(anchors.reading_status, '') = 'untested' as is_untested,
        calculated.parts_rounding
    from calculated
    inner join {{ ref('audit_operands') }} as anchors on calculated.anchor_id = anchors.operand_id
    inner join {{ ref('audit_operands') }} as firsts on calculated.first_part_id = firsts.operand_id
    inner join {{ ref('rules') }} as rules on calculated.rule_id = rules.rule_id
    left join unsure on anchors.ledger_id = unsure.ledger_id and anchors.source = 'statement'
    where (calculated.unsure_parts = 0 and unsure.ledger_id is null) or rules.class = 'text_table'
),

judged as (
    select
        *,
        {{ as_decimal(tolerance('tolerance_kind', 'compared'), 24, 4) }} as tolerance
    from compared
),

passed as (
    select
        *,
        case comparison
            when 'equal' then abs(difference) <= tolerance
            when 'at_most' then difference <= tolerance
            when 'at_least' then -difference <= tolerance
            else coalesce(actual_text = expected_text, false)
        end as is_passed
    from judged
    where comparison = 'same_text' or (expected_value is not null and tolerance is not null)
)

select *
from passed
where
    is_passed
    or comparison <> 'equal'
    or value_unit <> '{{ words('yuan') }}'
    or not ({{ explained_by_reading('passed') }})
