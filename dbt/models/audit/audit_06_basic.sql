{#
    Identity 6: basic expenditure = staff + public, where both are printed; staff = 301 + 303, public = the other
    economic categories.
#}
with economic as (
    select *
    from {{ ref('audit_figures') }}
    where statement_kind = 'final_general_basic' and printing = 1
),

basic as (
    select *
    from {{ ref('audit_figures') }}
    where
        statement_kind = 'final_general_expenditure'
        and measure = 'basic' and item = 'total' and printing = 1
)

select {{ addend('basic_expenditure_equals_economic') }}
from basic as anchors
inner join economic as parts on {{ same_subject() }}
where
    parts.item in ('staff_total', 'public_total')
    and 2 = (
        select count(*) from economic as totals
        where {{ same_subject('anchors', 'totals') }} and totals.item in ('staff_total', 'public_total')
    )

union all

select {{ addend('staff_sums_to_total') }}
from economic as anchors
inner join economic as parts on {{ same_subject() }}
where anchors.item = 'staff_total' and parts.code in ('301', '303')

union all

select {{ addend('public_sums_to_total') }}
from economic as anchors
inner join economic as parts on {{ same_subject() }}
where
    anchors.item = 'public_total'
    and length(parts.code) = 3
    and parts.code not in ('301', '303')
