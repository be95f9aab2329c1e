{# Identity 10: a rate with a name of its own (政府采购执行率, 编外人员控制率, 支出进度 of a quarter) has one value. #}
with rates as (
    select
        *,
        first_value(prose_id) over (
            partition by document_id, organisation, topic, fiscal_year, horizon
            order by sequence, span_start
        ) as first_id
    from {{ ref('fct_prose_amounts') }}
    where
        role = 'rate'
        and topic in (
            'execution_evenness', 'execution_progress', 'staff_control_rate', 'outside_staff_control_rate',
            'procurement_rate', 'three_public_control_rate', 'public_control_rate', 'asset_use_rate', 'carry_over_rate'
        )
        and (topic not in ('execution_evenness', 'execution_progress') or horizon <> 'year')
)

select 'rate_equals_rate' as rule_id, prose_id as anchor_id, first_id as part_id, 1 as sign, 'addend' as role
from rates
where prose_id <> first_id
