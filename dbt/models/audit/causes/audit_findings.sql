{#
    One row per cause, with all that its checks show. It is told by one of them, its lead: the one that names a unit
    misprinted, then the one about the figure that would have to be another. What no one figure explains is a question.
#}
with figures as (
    select
        coalesce(ledger_id, operand_id) as figure_id,
        subject,
        stable_subject,
        value,
        value_unit,
        page,
        line,
        row_number() over (
            partition by coalesce(ledger_id, operand_id)
            order by case when operand_id = ledger_id then 0 else 1 end, operand_id nulls last
        ) as choice
    from {{ ref('audit_operands') }}
    where coalesce(ledger_id, operand_id) in (
        select causes.figure_id from {{ ref('audit_causes') }} as causes
        union
        select causes.other_figure_id from {{ ref('audit_causes') }} as causes
    )
),

told as (
    select
        failures.*,
        causes.cause,
        causes.cause_key,
        causes.figure_id,
        causes.repaired_value,
        causes.table_apart,
        pasted.source as pasted_from,
        figures.subject as figure_subject,
        others.subject as other_figure_subject,
        figures.value as figure_value,
        figures.value_unit as figure_unit,
        figures.page as figure_page,
        figures.line as figure_line,
        case
            when causes.table_apart is not null
                then concat_ws('|', 'table', failures.organisation, cast(failures.fiscal_year as string), failures.phase, cast(causes.table_apart as string))
            when causes.cause = 'words' then 'words|' || failures.stable_subject
            else coalesce(figures.stable_subject, failures.stable_subject)
        end as stable_cause,
        row_number() over (
            partition by failures.document_id, causes.cause_key
            order by
                case
                    when failures.table_number = causes.table_apart then 0
                    when failures.is_meant then 0
                    when coalesce(failures.ledger_id, failures.anchor_id) = causes.figure_id then 1
                    else 2
                end nulls last,
                case failures.comparison when 'equal' then 0 else 1 end,
                case failures.severity when 'error' then 0 when 'warning' then 1 else 2 end,
                case failures.confidence when 'proven' then 0 when 'likely' then 1 else 2 end,
                failures.difference_cny desc nulls last, failures.rule_id nulls last,
                failures.stable_subject nulls last, failures.occurrence nulls last
        ) as place
    from {{ ref('audit_failures') }} as failures
    inner join {{ ref('audit_causes') }} as causes on failures.check_id = causes.check_id
    left join figures on causes.figure_id = figures.figure_id and figures.choice = 1
    left join figures as others on causes.other_figure_id = others.figure_id and others.choice = 1
    left join {{ ref('audit_pasted_tables') }} as pasted
        on failures.document_id = pasted.document_id and causes.table_apart = pasted.table_number
),

shown as (
    select
        document_id,
        cause_key,
        count(*) as checks,
        {{ ids_in_one('check_id') }} as explains,
        min(case severity when 'error' then 0 when 'warning' then 1 else 2 end) as worst,
        min(case confidence when 'proven' then 0 when 'likely' then 1 else 2 end) as surest
    from told
    group by document_id, cause_key
)

select
    {{ all_but('told', 'severity, confidence, difference_cny, occurrence') }},
    shown.checks,
    shown.explains,
    case shown.worst when 0 then 'error' when 1 then 'warning' else 'note' end as severity,
    case
        when told.cause = 'table' then case when told.pasted_from is not null then 'likely' else 'query' end
        when told.cause = 'place' and shown.checks > 1 then 'query'
        when told.cause = 'figure' then case shown.surest when 0 then 'proven' when 1 then 'likely' else 'query' end
        else told.confidence
    end as confidence,
    case
        when told.repaired_value is not null and told.figure_unit = '{{ words('yuan') }}'
            then abs(told.repaired_value - told.figure_value)
        else told.difference_cny
    end as difference_cny,
    row_number() over (
        partition by told.document_id, told.stable_cause
        order by told.table_number nulls last, told.row_number nulls last, told.column_number nulls last,
            told.line nulls last, told.anchor_id nulls last, told.rule_id nulls last
    ) as occurrence
from told
inner join shown on told.document_id = shown.document_id and told.cause_key = shown.cause_key
where told.place = 1
