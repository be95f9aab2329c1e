{#
    Identity 10: a rate with a name of its own (政府采购执行率, 编外人员控制率, 支出进度 of a quarter) has one value. Not that
    of the year before, which stands beside it.
#}
with rates as (
    select *
    from {{ ref('fct_prose_amounts') }}
    where
        role = 'rate'
        and topic in (
            'execution_evenness', 'execution_progress', 'staff_control_rate', 'outside_staff_control_rate',
            'procurement_rate', 'three_public_control_rate', 'public_control_rate', 'asset_use_rate', 'carry_over_rate'
        )
        and not coalesce(regexp_matches(subject, '{{ words('year_before') }}'), false)
        and (topic not in ('execution_evenness', 'execution_progress') or horizon <> 'year')
)

{{ usual_of('rate_equals_rate', 'rates', 'value', ['document_id', 'organisation', 'topic', 'fiscal_year', 'horizon']) }}
