{#
    Identity 9: where the text states a change but not its base, and a table prints the figure of the base year, the
    change is the stated level less that figure.
#}
with changes as (
    select * from {{ ref('audit_bases_in_tables') }} where role = 'change'
)

select {{ enters('change_from_tables', 'prose_id', 'level_id', sign='direction') }}
from changes

union all

select {{ enters('change_from_tables', 'prose_id', 'ledger_id', sign='-direction') }}
from changes
