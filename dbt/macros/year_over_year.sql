{#
    The series and years in which amounts are set beside the year before: `own` are of the document's own year,
    `comparatives` of the one before. Also what the year before had and this one no longer has, where this year is known.
#}
{% macro years_of_series(own, comparatives) -%}
    select series_id, phase, fiscal_year from {{ own }}
    union
    select series_id, phase, fiscal_year + 1 as fiscal_year from {{ comparatives }}
    union
    select before.series_id, before.phase, before.fiscal_year + 1 as fiscal_year
    from {{ own }} as before
    inner join {{ own }} as later
        on
            before.organisation_id = later.organisation_id
            and before.level = later.level
            and before.phase = later.phase
            and before.source = later.source
            and before.fiscal_year + 1 = later.fiscal_year
{%- endmacro %}

{# Changes that the text states of amounts: it means one only where it states the same, and one change. #}
{% macro changes_of(own) -%}
    select
        changes.series_id, changes.phase, changes.fiscal_year,
        min(changes.change_cny) as change_cny,
        min(changes.document_id) as document_id,
        min(changes.page) as page,
        min(changes.line) as line,
        min(changes.ledger_id) as ledger_id,
        min(changes.base_phase_basis) as base_phase_basis,
        min(changes.reason) as reason,
        max(case when changes.is_reorganised then 1 else 0 end) = 1 as is_reorganised
    from {{ ref('fct_stated_changes') }} as changes
    inner join {{ own }} as own
        on
            changes.series_id = own.series_id
            and changes.phase = own.phase
            and changes.fiscal_year = own.fiscal_year
            and changes.document_id = own.document_id
    where changes.not_comparable is null and abs(changes.level_cny - own.amount_cny) <= changes.level_step_cny
    group by changes.series_id, changes.phase, changes.fiscal_year
    having count(distinct changes.change_cny) = 1
{%- endmacro %}

{# In what two amounts of one thing are unlike, so that one is not the other's year before; NULL where they are alike. #}
{% macro unlike(one, other) -%}
    case
        when ({{ one }}.scope is distinct from {{ other }}.scope) then 'scope'
        when ({{ one }}.units is distinct from {{ other }}.units) then 'units'
        when ({{ one }}.carry_over_basis is distinct from {{ other }}.carry_over_basis) then 'carry_over'
    end
{%- endmacro %}

{#
    Years of series with all that may stand beside an amount of the year: the year before by its own document (`before_`),
    by the comparatives, by the change that the text states; in what each is unlike; and whether the first two differ.
#}
{% macro amounts_beside(spine, own, comparatives, changes) -%}
    {%- set of_an_amount = [
        'amount_cny', 'document_file', 'page', 'line', 'ledger_id', 'operand_ids', 'scope', 'carry_over_basis'
    ] -%}
    select
        spine.*,
        {% for name in of_an_amount %}
        own.{{ name }} as own_{{ name }},
        before.{{ name }} as before_{{ name }},
        comparatives.{{ name }} as comparative_{{ name }},
        {% endfor %}
        own.source,
        changes.change_cny as stated_change_cny,
        own.amount_cny - changes.change_cny as stated_change_amount_cny,
        {{ sorted_words("concat_ws(' ', own.ledger_id, changes.ledger_id)") }} as stated_change_operand_ids,
        documents.document_file as stated_change_document_file,
        changes.base_phase_basis as stated_change_phase_basis,
        {% for name in ['page', 'line', 'ledger_id', 'reason'] %}
        changes.{{ name }} as stated_change_{{ name }},
        {% endfor %}
        changes.is_reorganised,
        case when before.series_id is not null and own.series_id is not null then {{ unlike('own', 'before') }} end
            as before_unlike,
        case
            when own.series_id is null or comparatives.series_id is null then null
            when comparatives.against_cny is not null
                then case when abs(comparatives.against_cny - own.amount_cny) > comparatives.step_cny then 'amount' end
            else {{ unlike('own', 'comparatives') }}
        end as comparative_unlike,
        abs(comparatives.amount_cny - before.amount_cny) > comparatives.step_cny + before.step_cny as is_restated
    from {{ spine }} as spine
    left join {{ own }} as own
        on spine.series_id = own.series_id and spine.phase = own.phase and spine.fiscal_year = own.fiscal_year
    left join {{ own }} as before
        on
            spine.series_id = before.series_id
            and spine.phase = before.phase
            and spine.fiscal_year = before.fiscal_year + 1
    left join {{ comparatives }} as comparatives
        on
            spine.series_id = comparatives.series_id
            and spine.phase = comparatives.phase
            and spine.fiscal_year = comparatives.fiscal_year + 1
    left join {{ changes }} as changes
        on spine.series_id = changes.series_id and spine.phase = changes.phase and spine.fiscal_year = changes.fiscal_year
    left join {{ ref('dim_documents') }} as documents on changes.document_id = documents.document_id
{%- endmacro %}

{# A column of the year before, by where that is taken from; a stated change says it of this year's amount. #}
{% macro of_prior(name, of_change=none) -%}
    case chosen.prior_basis
        when 'own_document' then chosen.before_{{ name }}
        when 'comparative' then chosen.comparative_{{ name }}
        when 'stated_change' then chosen.{{ of_change or 'stated_change_' ~ name }}
    end
{%- endmacro %}
