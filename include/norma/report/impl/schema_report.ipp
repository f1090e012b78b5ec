// SPDX-License-Identifier: Apache-2.0
#pragma once

// The JSON Schema of reports: the report itself.

#include <string_view>  // std::string_view

namespace norma::report_detail {

inline constexpr std::string_view schema_of_report = R"json({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "urn:norma:report:1",
  "title": "Report of norma",
  "anyOf": [
    {"$ref": "#/$defs/report"},
    {
      "description": "Several reports, or none.",
      "type": "array",
      "items": {"$ref": "#/$defs/report"}
    }
  ],
  "$defs": {
    "report": {
      "description": "The decision about one unit under one standard.",
      "type": "object",
      "properties": {
        "norma": {"type": "string", "description": "Version of the engine."},
        "pack": {"$ref": "#/$defs/pack"},
        "uses": {
          "description": "The packs it builds on.",
          "type": "array",
          "items": {"$ref": "#/$defs/pack"}
        },
        "standard": {
          "type": "object",
          "properties": {
            "id": {"type": "string"},
            "title": {"$ref": "#/$defs/text"},
            "cite": {"$ref": "#/$defs/citation"}
          },
          "required": ["id", "title", "cite"],
          "additionalProperties": false
        },
        "unit": {
          "type": "object",
          "properties": {
            "kind": {"type": "string"},
            "id": {"type": "string"},
            "name": {"type": "string"},
            "label": {"description": "The kind in words.", "$ref": "#/$defs/text"}
          },
          "required": ["kind", "id", "name", "label"],
          "additionalProperties": false
        },
        "as_of": {"description": "Law and evidence of this day.", "$ref": "#/$defs/date"},
        "known_as_of": {
          "description": "Facts recorded later count as unknown; null: everything supplied.",
          "anyOf": [{"$ref": "#/$defs/date"}, {"type": "null"}]
        },
        "supposed": {
          "description": "Parameters that were supposed to have another value than the pack gives them. Where this is present the report is a what-if, no finding; parts that rest on it have a decision `what-if:…`.",
          "type": "array",
          "minItems": 1,
          "items": {
            "type": "object",
            "properties": {
              "parameter": {"type": "string"},
              "label": {"$ref": "#/$defs/text"},
              "value": {"description": "A number, a text, true or false."},
              "shown": {"$ref": "#/$defs/text"},
              "in_force": {
                "description": "What it stands in place of; null: nothing on that day.",
                "anyOf": [{"$ref": "#/$defs/text"}, {"type": "null"}]
              }
            },
            "required": ["parameter", "label", "value", "shown", "in_force"],
            "additionalProperties": false
          }
        },
        "verdict": {"$ref": "#/$defs/verdict"},
        "evaluated": {
          "type": "object",
          "properties": {
            "decided": {
              "description": "Deciding parts with pass or fail.",
              "type": "integer",
              "minimum": 0
            },
            "applicable": {
              "description": "Deciding parts that are not not_applicable.",
              "type": "integer",
              "minimum": 0
            }
          },
          "required": ["decided", "applicable"],
          "additionalProperties": false
        },
        "tree": {"$ref": "#/$defs/group"},
        "remedies_are": {
          "description": "Whether remedies are listed, or why none is: not_needed: nothing fails; not_asked: something does, but they were not asked for, as under a scoring scheme; none_found; none: every failing part rests on facts that can not be changed.",
          "enum": ["not_needed", "not_asked", "found", "none_found", "none"]
        },
        "remedies": {"type": "array", "items": {"$ref": "#/$defs/remedy"}},
        "missing": {
          "description": "The least sets of facts with a cause that would decide it, whatever their values; none are sought yet.",
          "type": "array",
          "items": {"type": "array", "items": {"type": "string"}}
        },
        "score": {
          "description": "Points under a scoring scheme; null under a standard.",
          "anyOf": [{"$ref": "#/$defs/score"}, {"type": "null"}]
        },
        "members": {
          "description": "Of lists that the standard reads.",
          "type": "array",
          "items": {"$ref": "#/$defs/members"}
        },
        "exceptions": {
          "description": "Those that were granted.",
          "type": "array",
          "items": {"$ref": "#/$defs/exception"}
        },
        "remarks": {"type": "array", "items": {"$ref": "#/$defs/remark"}},
        "labels": {"description": "Of facts, by name.", "$ref": "#/$defs/texts"},
        "documents": {"type": "array", "items": {"$ref": "#/$defs/document"}},
        "decisions": {
          "description": "Readings of the text and choices of the pack, by id.",
          "$ref": "#/$defs/texts"
        },
        "facts_digest": {"type": "string", "description": "SHA-256 of the canonical JSON of what was supplied."}
      },
      "required": [
        "norma",
        "pack",
        "uses",
        "standard",
        "unit",
        "as_of",
        "known_as_of",
        "verdict",
        "evaluated",
        "tree",
        "remedies_are",
        "remedies",
        "missing",
        "score",
        "members",
        "exceptions",
        "remarks",
        "labels",
        "documents",
        "decisions",
        "facts_digest"
      ],
      "additionalProperties": false
    },
)json";

}  // namespace norma::report_detail
