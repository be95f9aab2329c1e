{#
    The rules share one shape: one row per operand of a check. `anchor_id` is the figure under examination, `part_id` an
    operand of what it should be, `sign` 1 or -1, `role` how it enters: addend, numerator, denominator, evidence.
#}
{% macro enters(rule, anchor_id, part_id, sign=1, role='addend') -%}
    '{{ rule }}' as rule_id, {{ anchor_id }} as anchor_id, {{ part_id }} as part_id,
    {{ sign }} as sign, '{{ role }}' as role
{%- endmacro %}

{# … and both are figures of the ledger. #}
{% macro addend(rule, anchor='anchors', part='parts', sign=1, role='addend') -%}
    {{ enters(rule, anchor ~ '.ledger_id', part ~ '.ledger_id', sign, role) }}
{%- endmacro %}

{#
    What is stated several times is stated alike: each row of `rows` that is alike in `keys` against the one whose
    value is stated most often, the first where two are as usual. More values than `most` are of several things, and say
    nothing; where there is no `most`, who asks tells these apart.
#}
{% macro usual_of(rule, rows, value, keys, most=2) -%}
    select {{ enters(rule, 'prose_id', 'usual_id') }}
    from (
        select
            prose_id,
            first_value(prose_id) over (
                partition by {{ keys | join(', ') }} order by times desc, sequence nulls last, span_start nulls last
            ) as usual_id,
            max(place) over (partition by {{ keys | join(', ') }}) as values_said
        from (
            select
                *,
                count(*) over (partition by {{ keys | join(', ') }}, {{ value }}) as times,
                dense_rank() over (partition by {{ keys | join(', ') }} order by {{ value }} nulls last) as place
            from {{ rows }}
        ) as counted
    ) as ranked
    where prose_id <> usual_id{{ ' and values_said <= ' ~ most if most }}
{%- endmacro %}

{# The rows of all rules of some families, each operand of a check once. #}
{% macro addends_of(families) -%}
    select rule_id, anchor_id, part_id, cast(max(sign) as integer) as sign, role
    from (
    {% for family in families %}
        {%- set of_family = loop %}
        {%- for rule in audit_rules()[family] %}
        select rule_id, anchor_id, part_id, sign, role from {{ ref('audit_' ~ rule) }}
        {{ 'union all' if not (loop.last and of_family.last) }}
        {%- endfor %}
    {%- endfor %}
    ) as addends
    group by rule_id, anchor_id, part_id, role
{%- endmacro %}
