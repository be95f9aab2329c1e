"""How dbt is called, and what must hold in the warehouse it has built before anybody reads it."""
