{#
    Identity 17: the heads of a department are those of its units. Only where every unit that the document names states
    heads, and each figure is stated once; an only unit states its own directly below the department's.
#}
with units as (
    select document_id, department, organisation
    from {{ ref('int_organisations_keyed') }}
    where kind in ('unit', 'own_level') and department <> organisation
),

heads as (
    select *, {{ head_operand_id('heads') }} as operand_id
    from {{ ref('fct_headcounts') }} as heads
),

figures as (
    select
        document_id,
        department,
        organisation,
        fiscal_year,
        kind,
        min(operand_id) as operand_id,
        min(sequence) as sequence,
        min(as_of) as as_of
    from heads
    group by document_id, department, organisation, fiscal_year, kind
    having count(distinct count) = 1
),

complete as (
    select units.document_id, units.department, count(*) as units
    from units
    left join (select distinct document_id, organisation from heads) as stated
        on units.document_id = stated.document_id and units.organisation = stated.organisation
    group by units.document_id, units.department
    having count(stated.organisation) = count(*)
)

select {{ enters('units_heads_sum_to_department', 'totals.operand_id', 'parts.operand_id') }}
from figures as totals
inner join complete on totals.document_id = complete.document_id and totals.organisation = complete.department
inner join figures as parts
    on
        totals.document_id = parts.document_id
        and totals.organisation = parts.department
        and totals.fiscal_year is not distinct from parts.fiscal_year
        and totals.kind = parts.kind
        and (totals.as_of is null or parts.as_of is null or totals.as_of = parts.as_of)
where
    totals.organisation = totals.department and parts.organisation <> parts.department
    and (complete.units > 1 or parts.sequence between totals.sequence + 1 and totals.sequence + 4)
