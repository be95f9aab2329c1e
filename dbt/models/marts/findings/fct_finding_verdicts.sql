{#
    A verdict is for the content it was made on: it applies while its finding stands there, with the sides it expects. It
    may name one of the checks that a finding explains, and judges the finding then.
#}
with entries as (
    select * from {{ source('stated', 'findings_review') }}
),

findings as (
    {% set sides = 'document_id, actual_text, actual_value, expected_text, expected_value' %}
    select finding_id, finding_id as cause_id, {{ sides }} from {{ ref('fct_findings') }}
    {{ and_kept('fct_findings', 'finding_id, finding_id as cause_id, ' ~ sides) }}
    union all
    select check_id as finding_id, finding_id as cause_id, {{ sides }} from {{ ref('fct_failed_checks') }}
    {{ and_kept('fct_failed_checks', 'check_id as finding_id, finding_id as cause_id, ' ~ sides) }}
),

documents as (
    select document_id, content_sha256 from {{ ref('dim_documents') }}
    {{ and_kept('dim_documents', 'document_id, content_sha256') }}
),

of_read_documents as (
    select distinct entries.entry
    from entries
    inner join documents on documents.content_sha256 like entries.expect_document || '%'
),

compared as (
    select
        entries.*,
        findings.cause_id,
        findings.finding_id is not null as is_found,
        of_read_documents.entry is not null as is_read,
        documents.content_sha256,
        coalesce(findings.actual_text, {{ plain('findings.actual_value') }}) as actual,
        coalesce(findings.expected_text, {{ plain('findings.expected_value') }}) as expected,
        {% for side in ['actual', 'expected'] %}
        entries.expect_{{ side }} is null
        or coalesce(findings.{{ side }}_value = entries.expect_{{ side }}_value, false)
        or coalesce(findings.{{ side }}_text = entries.expect_{{ side }}, false) as is_{{ side }}_as_judged
        {{- ',' if not loop.last }}
        {% endfor %}
    from entries
    left join findings on entries.finding_id = findings.finding_id
    left join documents on findings.document_id = documents.document_id
    left join of_read_documents on entries.entry = of_read_documents.entry
),

judged as (
    select
        *,
        case
            when not is_found and expect_document is not null and not is_read
                then 'the document ' || expect_document || ' is not read any more'
            when not is_found then 'there is no such finding, or no more'
            when content_sha256 not like expect_document || '%'
                then 'it judges the document ' || expect_document || ', the finding is of ' || content_sha256
            when not is_actual_as_judged
                then 'it judges the printed ' || expect_actual || ', the finding has ' || coalesce(actual, 'none')
            when not is_expected_as_judged
                then 'it judges ' || expect_expected || ' as expected, the finding has ' || coalesce(expected, 'none')
        end as lapse
    from compared
)

select
    entry,
    finding_id,
    cause_id,
    verdict,
    verdict_reason,
    reviewed_on,
    problem is null and lapse is null as is_applied,
    'Entry ' || cast(entry as string) || coalesce(', finding ' || finding_id, '') || ': '
    || coalesce(problem, lapse || '; look at `yusuan findings`, then judge anew or drop the entry')
    || '. Its verdict is not applied.' as problem,
    line
from judged
order by entry
