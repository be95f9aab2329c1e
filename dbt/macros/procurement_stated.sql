{#
    Amounts of procurement by kind: of the tables of a document, which are one passage (0), and of the levels of its text,
    of which each paragraph is one. `place`, `position`, `part` and `column_number` tell which of a kind comes first.
#}
{% macro procurement_stated() %}
    select
        lines.document_id, lines.organisation_id, lines.organisation, lines.fiscal_year, lines.phase,
        'table' as source, 0 as passage,
        case
            when lines.measure = 'procurement_sme' then 'small_and_medium'
            when lines.measure = 'procurement_small_micro' then 'small_and_micro'
            when facts.kind is not null and (length(facts.item_code) = 1 or facts.item_code is null) then facts.kind
            when facts.row_role = 'total' and facts.item_code is null then 'total'
        end as kind,
        lines.amount_cny, lines.page, lines.line, lines.ledger_id, lines.ledger_id as number_id,
        lines.table_number as place, lines.row_number as position,
        {# a row may print its money by funds beside the whole #}
        case lines.fund when 'all' then 0 when 'fiscal_appropriation' then 1 else 2 end as part,
        lines.column_number as column_number
    from {{ ref('fct_procurement') }} as facts
    inner join {{ ref('fct_statement_lines') }} as lines
        on
            {{ same_period('facts', 'lines') }}
            and facts.table_number = lines.table_number
            and facts.row_number = lines.row_number
    where
        not facts.is_comparative and lines.horizon = 'year' and lines.disclosure = 'figure'
        and (
            lines.measure in ('procurement_total', 'procurement_sme', 'procurement_small_micro')
            or (facts.statement_kind like '%procurement' and lines.measure in ('amount', 'total'))
        )
    union all
    select
        document_id, organisation_id, organisation, fiscal_year, phase, 'prose' as source, paragraph as passage,
        case topic
            when 'procurement_sme' then 'small_and_medium'
            when 'procurement_small_micro' then 'small_and_micro'
            else substr(topic, length('procurement_') + 1)
        end as kind,
        amount_cny, page, line, ledger_id, prose_id as number_id, sequence as place, span_start as position,
        0 as part, 0 as column_number
    from {{ ref('fct_prose_amounts') }}
    where topic like 'procurement%' and role = 'level' and horizon = 'year' and amount_cny is not null
{% endmacro %}
