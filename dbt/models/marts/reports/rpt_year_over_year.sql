{#
    A year's amount beside the year before: as that year's own document gives it, else this year's comparatives, else as
    the change leads to that the text prints. Only what is alike counts as the year before; what is printed and not
    alike stands beside it, in columns of its own, and `unlike` says in what.
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

spine as ({{ years_of_series('own', 'comparatives') }}),

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
),

changes as ({{ changes_of('own') }}),

beside as ({{ amounts_beside('spine', 'own', 'comparatives', 'changes') }}),

based as (
    select
        *,
        case
            when before_amount_cny is not null and before_unlike is null then 'own_document'
            when comparative_amount_cny is not null and comparative_unlike is null then 'comparative'
            when stated_change_cny is not null then 'stated_change'
        end as prior_basis
    from beside
),

chosen as (
    select
        *,
        {{ of_prior('amount_cny') }} as prior_amount_cny,
        concat_ws(
            ' ', coalesce(own_ledger_id, own_operand_ids), coalesce(before_ledger_id, before_operand_ids),
            coalesce(comparative_ledger_id, comparative_operand_ids), stated_change_ledger_id
        ) as figures
    from based as chosen
),

findings as ({{ figure_findings('chosen', 'figures') }}),

statuses as ({{ figure_statuses('chosen', 'figures') }})

select
    chosen.fiscal_year,
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
    chosen.phase,
    chosen.own_amount_cny as amount_cny,
    {{ money('chosen.prior_amount_cny') }} as prior_amount_cny,
    {{ money('chosen.own_amount_cny - chosen.prior_amount_cny') }} as change_cny,
    {{ rate('(chosen.own_amount_cny - chosen.prior_amount_cny)', 'abs(chosen.prior_amount_cny)') }} as growth,
    chosen.prior_basis,
    chosen.comparative_amount_cny as comparative_cny,
    {{ money('chosen.comparative_amount_cny - chosen.before_amount_cny') }} as restated_cny,
    chosen.source,
    chosen.own_document_file as document_file,
    chosen.own_page as page,
    chosen.own_line as line,
    {% for name in ['document_file', 'page', 'line'] %}
    {{ of_prior(name) }} as prior_{{ name }},
    {% endfor %}
    {% for name in ['document_file', 'page', 'line'] %}
    chosen.comparative_{{ name }},
    {% endfor %}
    described.organisation_id,
    chosen.series_id,
    chosen.own_ledger_id as ledger_id,
    chosen.own_operand_ids as operand_ids,
    {{ of_prior('ledger_id') }} as prior_ledger_id,
    {{ of_prior('operand_ids') }} as prior_operand_ids,
    chosen.comparative_ledger_id,
    chosen.before_amount_cny as own_document_cny,
    chosen.before_ledger_id as own_document_ledger_id,
    chosen.is_restated,
    chosen.own_scope as scope,
    {{ of_prior('scope', 'own_scope') }} as prior_scope,
    chosen.own_carry_over_basis as carry_over_basis,
    {{ of_prior('carry_over_basis', 'own_carry_over_basis') }} as prior_carry_over_basis,
    chosen.before_unlike as own_document_unlike,
    chosen.comparative_unlike,
    {{ money('chosen.stated_change_cny') }} as stated_change_cny,
    chosen.stated_change_phase_basis,
    chosen.stated_change_reason,
    chosen.is_reorganised,
    {% for name in ['document_file', 'page', 'line', 'ledger_id'] %}
    chosen.stated_change_{{ name }},
    {% endfor %}
    coalesce(statuses.reading_status, 'untested') as reading_status,
    findings.finding_ids
from chosen
inner join described on chosen.series_id = described.series_id
left join findings on chosen.figures = findings.ids
left join statuses on chosen.figures = statuses.ids
left join {{ ref('dim_functions') }} as functions on described.function_code = functions.function_code
left join {{ ref('dim_organisations') }} as organisations on described.organisation_id = organisations.organisation_id
order by organisation_name, level, subject, fund, function_code, project_name, phase, fiscal_year, series_id
