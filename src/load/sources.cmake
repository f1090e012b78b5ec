list(APPEND norma_units load/unit_file load/stated_value load/test_file load/load
     load/schema)
list(APPEND norma_headers load/cell_text)
list(APPEND norma_internals load/source_reader load/yaml_document load/yaml_reader load/csv)
