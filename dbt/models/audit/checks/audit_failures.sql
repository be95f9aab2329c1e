{#
    The checks that did not pass, and whose operands are read without doubt: what may be our slip accuses nobody, and what
    no identity could confirm proves nothing. Nor does what was recognised in a picture: a letter of a name is more often
    misread there than misprinted, so that two spellings are no error, and nothing is proven. A page, or a document without
    pages, is recognised where all its figures are; else such figures are by themselves. Nor does a table
    whose columns nobody drew accuse itself, unless an identity confirms how it was read; set against the text it asks.
    One error printed in several columns of a row (合计 and 小计, where all money is of one fund) is one.
#}
with pages as (
    select document_id, coalesce(page, 0) as page
    from {{ ref('fct_ledger') }}
    group by document_id, page
    having min(reading_method = 'ocr')
),

figures as (
    select ledger_id from {{ ref('fct_ledger') }} where reading_method = 'ocr'
),

aligned as (
    select ledger_id from {{ ref('fct_ledger') }} where reading_method = 'aligned'
),

checks as (
    select
        checks.*,
        coalesce(pages.document_id, other_pages.document_id, figures.ledger_id, other_figures.ledger_id) is not null
            as is_recognised,
        checks.is_untested and (undrawn.ledger_id is not null or other_undrawn.ledger_id is not null) as is_aligned,
        checks.is_untested and undrawn.ledger_id is not null and other_undrawn.ledger_id is not null as is_aligned_alone
    from {{ ref('audit_checks') }} as checks
    left join pages on checks.document_id = pages.document_id and coalesce(checks.page, 0) = pages.page
    left join pages as other_pages
        on checks.document_id = other_pages.document_id and coalesce(checks.other_page, 0) = other_pages.page
    left join figures on checks.ledger_id = figures.ledger_id
    left join figures as other_figures on checks.first_part_id = other_figures.ledger_id
    left join aligned as undrawn on checks.ledger_id = undrawn.ledger_id
    left join aligned as other_undrawn on checks.first_part_id = other_undrawn.ledger_id
    where not checks.is_passed and not checks.is_doubtful
),

failed as (
    select
        checks.*,
        concat_ws(
            ' · ', nullif(anchors.organisation, ''), nullif(cast(anchors.fiscal_year as string), '0'),
            nullif(anchors.phase, ''), anchors.subject
        ) as subject,
        anchors.stable_subject,
        rules.severity as severity_of_rule,
        case
            when checks.is_recognised and (checks.is_untested or checks.comparison = 'same_text') then 'query'
            when checks.is_aligned then 'query'
            when rules.confidence = 'proven' and (checks.is_untested or checks.is_recognised) then 'likely'
            else rules.confidence
        end as confidence,
        rules.title_zh,
        rules.title_en,
        case
            when checks.comparison <> 'same_text' and checks.value_unit = '{{ words('yuan') }}' then abs(checks.difference)
        end as difference_cny,
        spending.spending_cny,
        spending.materiality_cny,
        row_number() over (
            partition by
                checks.rule_id, checks.document_id, checks.table_number, checks.row_number, checks.fiscal_year,
                checks.phase, checks.actual_value, checks.expected_value,
                case
                    when checks.comparison = 'same_text' or checks.column_number is null then checks.anchor_id
                end
            order by checks.column_number nulls last, checks.anchor_id nulls last
        ) as echo
    from checks
    inner join {{ ref('audit_operands') }} as anchors on checks.anchor_id = anchors.operand_id
    inner join {{ ref('rules') }} as rules on checks.rule_id = rules.rule_id
    left join {{ ref('audit_spending') }} as spending on checks.document_id = spending.document_id
    where
        not (checks.comparison = 'same_text' and not checks.is_meant and checks.is_recognised)
        and not checks.is_aligned_alone
),

printed as (
    select
        ledger_id,
        coalesce({{ unit_of_figure() }}, '') as unit,
        case
            when value_as_printed like '%' || coalesce(unit_as_printed, unit_applied, '') then value_as_printed
            else value_as_printed || ' ' || coalesce(unit_as_printed, unit_applied)
        end as shown
    from {{ ref('fct_ledger') }}
),

numbered as (
    select
        *,
        row_number() over (
            partition by rule_id, document_id, stable_subject
            order by table_number nulls last, row_number nulls last, column_number nulls last, line nulls last,
                anchor_id nulls last
        ) as occurrence
    from failed
    where echo = 1
)

select
    numbered.*,
    {{ check_id('numbered') }} as check_id,
    {{ severity_of('numbered') }} as severity,
    case when numbered.difference_cny is not null then actuals.shown end
        as actual_as_printed,
    case
        when numbered.difference_cny is null then null
        when not numbered.is_computed and numbered.comparison = 'equal' and expecteds.ledger_id is not null
            then expecteds.shown
        else
            {{ plain("cast(numbered.expected_value as double) / " ~ unit_factor("nullif(actuals.unit, '')", 'true')) }}
            || ' ' || actuals.unit
    end as expected_as_printed
from numbered
left join printed as actuals on numbered.ledger_id = actuals.ledger_id
left join printed as expecteds on numbered.first_part_id = expecteds.ledger_id
