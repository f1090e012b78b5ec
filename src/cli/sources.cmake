list(APPEND norma_cli_sources main.cpp command_line.cpp byte_size.cpp help.cpp console.cpp output.cpp
     packs.cpp text_table.cpp summary.cpp criterion.cpp check.cpp check_many.cpp eval.cpp
     list.cpp show.cpp show_fact.cpp fact_uses.cpp show_layer.cpp show_scheme.cpp test.cpp
     template.cpp asked_facts.cpp schema.cpp
     check_facts.cpp bulk_input.cpp bulk_kinds.cpp bulk_units.cpp bulk_csv.cpp csv_cells.cpp
     clean_text.cpp bulk_json.cpp unit_keys.cpp unit_sheet.cpp fact_column.cpp bulk_judge.cpp bulk_results.cpp bulk_summary.cpp
     bulk_progress.cpp)

# Where the packs are while there is no installed copy beside the command.
set_source_files_properties(src/cli/packs.cpp PROPERTIES
  COMPILE_DEFINITIONS NORMA_SOURCE_RULES="${PROJECT_SOURCE_DIR}/rules")
