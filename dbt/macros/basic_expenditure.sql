{#
    Staff and public expenditure are all of basic expenditure (基本支出 = 人员经费 + 公用经费). Where a row prints these two
    and no figure of basic expenditure, and its uses make up its total, basic expenditure is their sum.
#}
{% macro basic_cny() -%}
    coalesce({{ measure('basic') }}, case when {{ prints_basic_in_parts() }} then {{ sum_of(['staff', 'public']) }} end)
{%- endmacro %}

{% macro basic_operand_ids() -%}
    case
        when {{ prints_basic_in_parts() }}
            then {{ ids_in_one("case when measure in ('staff', 'public') and lines.amount_cny is not null then ledger_id end") }}
    end
{%- endmacro %}

{% macro prints_basic_in_parts() -%}
    {%- set uses = ['staff', 'public', 'project', 'reserve', 'to_higher_level', 'operating', 'to_subordinates'] -%}
    max(case when measure = 'basic' then 1 end) is null
    and count(distinct case when measure in ('staff', 'public') then measure end) = 2
    and abs(coalesce({{ measure('total') }}, {{ measure('amount') }}) - {{ sum_of(uses) }})
    <= count(lines.amount_cny) * max({{ half_unit('decimals', unit_factor('unit_applied', 'lines.amount_cny is not null')) }})
{%- endmacro %}

{% macro sum_of(measures) -%}
    sum(case when measure in ('{{ measures | join("', '") }}') then lines.amount_cny end)
{%- endmacro %}
