{#
    Amounts and rates stated in the text, as operands: money in yuan, rates in percent. What is said of a level (同比增长)
    bears the level's words before its own; of 类, 款 and 项 those that are named. Words that hold a name do not bear it twice.
    Where the amounts of a document in one unit show that they are rounded before the digits they print, it is there.
    A change may be the difference of two rounded amounts, and is known to twice as much.
#}
with grains as (
    {{ grains(ref('fct_prose_amounts'), ['document_id', 'unit_as_printed']) }}
),

prose as (
    select
        prose.*,
        case
            when grains.decimals < prose.decimals and {{ ends_at('prose') }} <= grains.decimals then grains.decimals
            else prose.decimals
        end as rounded_to,
        coalesce(
            trim(both '/' from {{ replace_all('prose.names', '/+', '/') }}),
            prose.project_name,
            case when levels.subject <> prose.subject then levels.subject end
        ) as named,
        case
            when prose.unit_as_printed = '%' then 1
            else coalesce(
                {{ ratio('prose.amount_cny', 'prose.value') }},
                {{ unit_factor('prose.unit_as_printed', 'prose.amount_cny is not null') }}
            )
        end as factor
    from {{ ref('fct_prose_amounts') }} as prose
    left join {{ ref('fct_prose_amounts') }} as levels on prose.level_id = levels.prose_id
    left join grains
        on prose.document_id = grains.document_id and prose.unit_as_printed = grains.unit_as_printed
)

{{ operand(
    'prose', 'prose',
    lacks=['statement_kind'],
    operand_id='prose_id',
    phase="coalesce(phase, '')",
    subject="concat_ws(' · ', case when coalesce(position(named in subject), 0) = 0 then named end, subject)",
    stable_subject="concat_ws(
        '|', 'prose', organisation, cast(fiscal_year as string), phase, horizon, topic, code, project_name, subject,
        role
    )",
    text='coalesce(names, project_name, subject)',
    reading_status='reading_status',
    value="case when unit_as_printed = '%' then value else amount_cny end",
    half_unit=as_decimal("(case when role = 'change' then 2 else 1 end) * " ~ half_unit('rounded_to', 'factor'), 20, 6),
    value_unit="case when unit_as_printed = '%' then '%' else '" ~ words('yuan') ~ "' end"
) }}
