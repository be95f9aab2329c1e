{#
    Identity 10 (and 12): an amount that the text states for a project is one that its row or form prints. Said again in
    the same paragraph, it is one statement. A number that stands in a table that nobody read is not held against others.
#}
{{ set_against_nearest('text_equals_project', "topic = 'project'") }}
