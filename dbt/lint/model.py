"""What sqlfluff takes for the model that dbt is building: a column stands for those that its contract names."""

columns = {"declared_column": {}}
