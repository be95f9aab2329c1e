{# Amounts and rates stated in prose with the keys of their organisation and its department. #}
{{ config(materialized='ephemeral') }}
{{ owned(source('extracted', 'prose_amounts')) }}
