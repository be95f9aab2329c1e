{# Identity 19: a rate that is a part of a whole has no target beyond 100 percent; growth and completion are none. #}
select {{ enters('rate_within_hundred', 'target_operand_id', "target_operand_id || ':bound'") }}
from {{ ref('audit_indicator_names') }}
where
    target is not null
    and coalesce(target_counter, '%') = '%'
    and regexp_matches(folded_name, '{{ words('rates_of_a_whole') }}')
