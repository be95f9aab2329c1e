"""The words that tell what sentences say: beside each YAML file the model it must fit, one pair per subject.

A pattern stands here as a whole where its words make it; what is only form (digits, brackets) stands with its reader.
Roles and topics of numbers stand in narrative.yml and topics.yml, kinds of heads in heads.yml, one folder above.
"""
