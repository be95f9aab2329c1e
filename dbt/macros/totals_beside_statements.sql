{#
    Totals that a document prints, each beside its statements by code: by how much it exceeds them (`remaining_cny`), how
    much of that rounding explains, and what says that nothing may be derived of it. Doubtful totals are left out, and
    so are those of units whose department has its own: what it holds of its units is not derived of them once more.
#}
{% macro totals_beside_statements() %}
    with statements as (
        select
            document_id, owner, fiscal_year, phase, max(is_of_units) as is_of_units, max(is_of_all_funds) as is_of_all_funds,
            sum(amount_cny) as amount_cny, sum(half_unit_cny) as half_unit_cny,
            {{ words_in_one('operand_ids') }} as operand_ids
        from {{ ref('int_expenditure_classes') }}
        group by document_id, owner, fiscal_year, phase
    ),

    compared as (
        select
            printed.*,
            statements.owner is not null as has_statements,
            coalesce(statements.is_of_units, false) as is_of_units,
            coalesce(statements.is_of_all_funds, false) as is_of_all_funds,
            printed.expenditure_cny - coalesce(statements.amount_cny, 0) as remaining_cny,
            printed.half_unit_cny + coalesce(statements.half_unit_cny, 0) as tolerance_cny,
            {{ sorted_words("concat_ws(' ', printed.operand_ids, statements.operand_ids)") }} as residual_operand_ids,
            coalesce(flawed.is_secret, false) as is_secret,
            flawed.unread_tables is not null as has_unread,
            case when organisations.kind = 'department' then 'department' else 'unit' end as consolidation
        from {{ ref('int_totals_printed') }} as printed
        left join statements on {{ same_period('printed', 'statements') }} and printed.organisation = statements.owner
        left join {{ ref('int_documents_flawed') }} as flawed on printed.document_id = flawed.document_id
        left join {{ ref('int_organisations_described') }} as organisations
            on printed.organisation_id = organisations.organisation_id
        where printed.reading_status <> 'doubtful'
    )

    select *
    from compared
    where not exists (
        select 1
        from compared as whole
        where
            {{ same_period('whole', 'compared') }}
            and whole.organisation = compared.department
            and compared.organisation <> compared.department
    )
{% endmacro %}
