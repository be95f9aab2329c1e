{#
    Indicators with a name long enough to compare, and how often their form prints it: `times_in_table`; `repeated`
    counts the rows of the form whose name stands there more than once. What a unit may cost (`is_cost`) is no target of
    one of its projects.
#}
with counted as (
    select
        *,
        count(*) over (partition by document_id, table_number, own_name) as times_in_table,
        count(*) over (partition by document_id, table_number) as rows_of_table,
        own_name like '%{{ words('cost_ceiling') }}'
        or (
            coalesce(target_counter, '') = '{{ words('yuan') }}'
            and (
                coalesce(aspect, '') like '{{ words('cost') }}%'
                or regexp_matches(own_name, '{{ words('money_spent') }}')
            )
        ) as is_cost
    from {{ ref('audit_indicator_names') }}
    where length(own_name) >= 4
)

select
    *,
    sum(case when times_in_table > 1 then 1 else 0 end) over (partition by document_id, table_number) as repeated
from counted
