list(APPEND norma_units load/source_reader load/yaml_document load/yaml_reader load/csv)
list(APPEND norma_units load/unit_file load/test_file load/load)
