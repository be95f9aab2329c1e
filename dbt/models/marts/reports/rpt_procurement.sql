{#
    What one passage (the tables of a document, or a paragraph of its text) says of procurement: planned and spent of
    each kind beside each other, and the share of small firms with the base that the passage names. A bare 预算 of a
    final account is planned, of an open phase.
#}
{% set firms = ['small_and_medium', 'small_and_micro'] %}
with figures as (
    select
        *,
        case when phase = 'executed' then 'spent' else 'planned' end as side,
        row_number() over (
            partition by
                document_id, organisation_id, fiscal_year, source, passage, kind, case when phase = 'executed' then 1 else 0 end
            order by place nulls last, position nulls last, part nulls last, column_number nulls last
        ) as choice
    from ({{ procurement_stated() }}) as stated
    where kind is not null
),

beside as (
    select
        document_id, organisation_id, fiscal_year, source, passage, kind,
        max(organisation) as organisation,
        max(case when side = 'planned' then phase end) as planned_phase,
        {% for side in ['planned', 'spent'] %}
        {% for name in {'cny': 'amount_cny', 'page': 'page', 'line': 'line', 'ledger_id': 'ledger_id'}.items() %}
        max(case when side = '{{ side }}' then {{ name[1] }} end) as {{ side }}_{{ name[0] }},
        {% endfor %}
        {% endfor %}
        max(case when side = 'spent' then number_id end) as spent_number_id,
        max(case when side = 'planned' then number_id end) as planned_number_id
    from figures
    where choice = 1
    group by document_id, organisation_id, fiscal_year, source, passage, kind
),

{# The share that the text prints of what it has just stated, and what that is a share of. #}
shares as (
    select
        shares.level_id,
        shares.value,
        shares.prose_id,
        case shares.base_topic
            when 'procurement_sme' then 'small_and_medium'
            else substr(shares.base_topic, length('procurement_') + 1)
        end as base_kind,
        bases.amount_cny as base_cny,
        bases.ledger_id as base_ledger_id
    from {{ ref('fct_prose_amounts') }} as shares
    left join {{ ref('fct_prose_amounts') }} as bases on shares.base_id = bases.prose_id
    where shares.role = 'share' and shares.topic in ('procurement_sme', 'procurement_small_micro')
),

{# A share that is not printed is of the total that the same passage states of the same side. #}
based as (
    select
        beside.*,
        shares.value as printed_share,
        case when shares.level_id is not null then shares.base_kind when totals.kind is not null then 'total' end as base_kind,
        {% for name in ['cny', 'ledger_id'] %}
        case
            when shares.level_id is not null then shares.base_{{ name }}
            when beside.spent_cny is not null then totals.spent_{{ name }}
            else totals.planned_{{ name }}
        end as base_{{ name }}{{ ',' if not loop.last }}
        {% endfor %}
    from beside
    left join shares on coalesce(beside.spent_number_id, beside.planned_number_id) = shares.level_id
    left join beside as totals
        on
            beside.document_id = totals.document_id
            and beside.organisation_id is not distinct from totals.organisation_id
            and beside.fiscal_year is not distinct from totals.fiscal_year
            and beside.source = totals.source
            and beside.passage = totals.passage
            and totals.kind = 'total' and beside.kind in ('{{ firms | join("', '") }}')
),

{% set ids = "concat_ws(' ', based.planned_ledger_id, based.spent_ledger_id, based.base_ledger_id)" %}
findings as ({{ figure_findings('based', ids) }}),

statuses as ({{ stated_statuses('based', ids) }})

select
    documents.document_file,
    based.organisation as organisation_name,
    organisations.region_code,
    based.fiscal_year,
    based.source,
    based.kind,
    {{ money('based.planned_cny') }} as planned_cny,
    based.planned_phase,
    {{ money('based.spent_cny') }} as spent_cny,
    {{ rate('based.spent_cny', 'based.planned_cny') }} as spent_to_planned,
    {{ rate('based.printed_share', '100') }} as share_as_printed,
    case when based.base_cny is not null or based.printed_share is not null then based.base_kind end as base_kind,
    {{ money('based.base_cny') }} as base_cny,
    {{ rate('coalesce(based.spent_cny, based.planned_cny)', 'based.base_cny') }} as share_of_base,
    row_number() over (
        partition by coalesce(based.organisation_id, based.document_id), based.fiscal_year, based.kind
        order by based.source desc, documents.document_file nulls last, based.passage nulls last
    ) = 1 as is_first,
    cast(based.passage as integer) as passage,
    {% for side in ['planned', 'spent'] %}
    based.{{ side }}_page,
    based.{{ side }}_line,
    based.{{ side }}_ledger_id,
    {% endfor %}
    based.base_ledger_id,
    based.document_id,
    based.organisation_id,
    coalesce(statuses.reading_status, 'untested') as reading_status,
    findings.finding_ids
from based
inner join {{ ref('dim_documents') }} as documents on based.document_id = documents.document_id
left join {{ ref('dim_organisations') }} as organisations on based.organisation_id = organisations.organisation_id
left join findings on {{ ids }} = findings.ids
left join statuses on {{ ids }} = statuses.ids
where documents.is_current
order by document_file, organisation_name, fiscal_year, source, passage, kind
