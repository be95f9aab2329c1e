"""The main job as Dagster assets; their groups repeat the flow.

    raw → extracted → judged → seeds, intermediate, marts, audit (dbt) → published

Does not belong here: how a step is done. An asset calls the module that knows, and reports what came of it.
"""
