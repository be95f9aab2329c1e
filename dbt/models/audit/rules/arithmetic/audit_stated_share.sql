{# Identity 9: a share is the part over its whole. #}
select 'stated_share' as rule_id, prose_id as anchor_id, part_id, sign, role
from {{ ref('audit_rates') }}
where kind = 'share' and not holds_in_one_unit and not holds_among_parts and not holds_of_another
