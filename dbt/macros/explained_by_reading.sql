{#
    Whether a check that fails accuses nobody, since our own reading explains the difference: parts that come to twice
    or three times their whole hold it among them; parts may come to less where the document withholds what is secret;
    totals that differ by a balance that is printed stand on two bases.
#}
{% macro explained_by_reading(checks) -%}
    (
        {{ checks }}.is_computed
        and (
            abs({{ checks }}.expected_value - 2 * {{ checks }}.actual_value) <= {{ checks }}.tolerance
            or abs({{ checks }}.expected_value - 3 * {{ checks }}.actual_value) <= {{ checks }}.tolerance
        )
    )
    or (
        {{ checks }}.class in ('hierarchy', 'components', 'projects', 'organisations', 'self_evaluation')
        and {{ checks }}.difference > 0
        and {{ checks }}.document_id in (select secret.document_id from {{ ref('audit_secret') }} as secret)
    )
    or (
        {{ checks }}.class in ('balances', 'statements', 'organisations', 'hierarchy', 'text_table')
        and exists (
            select 1
            from {{ ref('audit_carried_amounts') }} as carried
            where
                carried.document_id = {{ checks }}.document_id
                and abs(abs({{ checks }}.difference) - carried.amount_cny) <= {{ checks }}.tolerance
        )
    )
{%- endmacro %}
