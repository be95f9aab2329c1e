{#
    A year's amount beside the year before, the latter from that year's own document, else as this year's document
    states it; where both are known, `restated_cny` is what the later document says more than the earlier.
#}
with amounts as (
    select amounts.*, documents.document_file
    from {{ ref('fct_yearly_amounts') }} as amounts
    inner join {{ ref('dim_documents') }} as documents on amounts.document_id = documents.document_id
),

own as (
    select * from amounts where not is_comparative
),

comparatives as (
    select * from amounts where is_comparative
),

{# What the year before had and this year no longer has, where this year is known at all. #}
spine as (
    select series_id, phase, fiscal_year from own
    union
    select series_id, phase, fiscal_year + 1 as fiscal_year from comparatives
    union
    select before.series_id, before.phase, before.fiscal_year + 1 as fiscal_year
    from own as before
    inner join own as later
        on
            before.organisation_id = later.organisation_id
            and before.level = later.level
            and before.phase = later.phase
            and before.source = later.source
            and before.fiscal_year + 1 = later.fiscal_year
),

described as (
    select
        series_id,
        {% for name in [
            'organisation_id', 'organisation', 'department', 'level', 'subject', 'fund', 'function_code',
            'project_code', 'project_name'
        ] %}
        max({{ name }}) as {{ name }}{{ ',' if not loop.last }}
        {% endfor %}
    from amounts
    group by series_id
)

select
    spine.fiscal_year,
    described.organisation as organisation_name,
    described.department as department_name,
    organisations.region_code,
    described.level,
    described.subject,
    described.fund,
    described.function_code,
    functions.level as function_level,
    functions.function_name,
    described.project_code,
    described.project_name,
    spine.phase,
    own.amount_cny,
    coalesce(before.amount_cny, comparatives.amount_cny) as prior_amount_cny,
    {{ money('own.amount_cny - coalesce(before.amount_cny, comparatives.amount_cny)') }} as change_cny,
    {{ rate(
        '(own.amount_cny - coalesce(before.amount_cny, comparatives.amount_cny))',
        'abs(coalesce(before.amount_cny, comparatives.amount_cny))'
    ) }} as growth,
    case
        when before.amount_cny is not null then 'own_document'
        when comparatives.amount_cny is not null then 'comparative'
    end as prior_basis,
    comparatives.amount_cny as comparative_cny,
    {{ money('comparatives.amount_cny - before.amount_cny') }} as restated_cny,
    own.source,
    own.document_file,
    own.page,
    own.line,
    coalesce(before.document_file, comparatives.document_file) as prior_document_file,
    coalesce(before.page, comparatives.page) as prior_page,
    coalesce(before.line, comparatives.line) as prior_line,
    comparatives.document_file as comparative_document_file,
    comparatives.page as comparative_page,
    comparatives.line as comparative_line,
    described.organisation_id,
    spine.series_id
from spine
inner join described on spine.series_id = described.series_id
left join own
    on spine.series_id = own.series_id and spine.phase = own.phase and spine.fiscal_year = own.fiscal_year
left join own as before
    on spine.series_id = before.series_id and spine.phase = before.phase and spine.fiscal_year = before.fiscal_year + 1
left join comparatives
    on
        spine.series_id = comparatives.series_id
        and spine.phase = comparatives.phase
        and spine.fiscal_year = comparatives.fiscal_year + 1
left join {{ ref('dim_functions') }} as functions on described.function_code = functions.function_code
left join {{ ref('dim_organisations') }} as organisations on described.organisation_id = organisations.organisation_id
order by organisation_name, level, subject, fund, function_code, project_name, phase, fiscal_year, series_id
