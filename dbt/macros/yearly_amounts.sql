{#
    The models of amounts by year have one shape. These are the columns of what an amount is not about.
#}
{% macro no_function() -%}
    cast(null as string) as fund,
    cast(null as string) as function_code
{%- endmacro %}

{% macro no_project() -%}
    cast(null as string) as project_id,
    cast(null as string) as project_code,
    cast(null as string) as project_name
{%- endmacro %}

{# What an amount is about, whatever its year and phase. #}
{% macro series_id(rows) -%}
    concat_ws(
        '|', {{ rows }}.organisation_id, {{ rows }}.subject, {{ rows }}.fund, {{ rows }}.function_code,
        {{ rows }}.project_id
    )
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

{#
    The condition that a growth printed (int_growths_stated) is not that of a change over what it is set against: by
    more than three halves of its last digit and what a change of few digits leaves open. Growth over nothing is none.
#}
{% macro growth_contradicts(growths, change, base, half_unit_cny='0') -%}
    {{ growths }}.percentage is not null
    and case
        when {{ base }} > 2 * ({{ half_unit_cny }})
            then
                abs(cast(100 * ({{ change }}) as double) / ({{ base }}) - {{ growths }}.percentage)
                > 3 * {{ growths }}.half_unit
                + cast(100 * 2 * ({{ half_unit_cny }}) as double) / ({{ base }}) * (1 + cast(abs({{ growths }}.percentage) as double) / 100)
        else ({{ change }}) <> 0 and {{ growths }}.percentage <> 100
    end
{%- endmacro %}

{# What the last printed digit of a row of the ledger is worth, in yuan. #}
{% macro printed_step(ledger) -%}
    {%- set unit -%}
        coalesce(
            case when {{ ledger }}.unit_as_printed in ({{ money_units() }}) then {{ ledger }}.unit_as_printed end,
            {{ ledger }}.unit_applied
        )
    {%- endset -%}
    {%- set decimals -%}
        case
            when {{ ledger }}.value_as_printed like '%.%' then length({{ replace_all(ledger ~ '.value_as_printed', '^.*[.]|[^0-9]', '') }})
        end
    {%- endset -%}
    2 * {{ half_unit(decimals, unit_factor(unit, ledger ~ '.amount_cny is not null')) }}
{%- endmacro %}
