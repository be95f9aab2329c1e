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

{# A column of the year before, by where that is taken from; a stated change says it of this year's amount. #}
{% macro of_prior(name, of_change=none) -%}
    case chosen.prior_basis
        when 'own_document' then chosen.before_{{ name }}
        when 'comparative' then chosen.comparative_{{ name }}
        when 'stated_change' then chosen.{{ of_change or 'stated_change_' ~ name }}
    end
{%- endmacro %}
