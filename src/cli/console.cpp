// SPDX-License-Identifier: Apache-2.0
#include "console.hpp"

#include <sys/ioctl.h>  // TIOCGWINSZ
#include <unistd.h>     // isatty

#include <algorithm>  // std::clamp
#include <cstdio>     // stderr
#include <cstdlib>    // std::getenv
#include <ctime>      // localtime_r
#include <utility>    // std::move

#include <norma/core/message.hpp>

namespace norma::cli {

namespace {

bool wants_colour(int stream) {
  const char* no_colour = std::getenv("NO_COLOR");
  if (no_colour != nullptr && *no_colour != '\0') return false;
  const char* terminal = std::getenv("TERM");
  return isatty(stream) == 1 && terminal != nullptr &&
         std::string_view(terminal) != "dumb";
}

std::size_t terminal_width() {
  winsize size{};
  if (isatty(STDOUT_FILENO) == 1 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 &&
      size.ws_col > 0) {
    return std::clamp<std::size_t>(size.ws_col, 40, 120);
  }
  return 100;
}

/// The first line's `error[N0101]` in colour.
std::string coloured(std::string rendered, severity level) {
  const auto end = rendered.find(']');
  if (end == std::string::npos) return rendered;
  const char* colour = level == severity::error     ? "\x1b[1;31m"
                       : level == severity::warning ? "\x1b[1;33m"
                                                    : "\x1b[1;36m";
  return colour + rendered.substr(0, end + 1) + "\x1b[0m" + rendered.substr(end + 1);
}

}  // namespace

console::console(language lang)
    : lang_(lang),
      colour_(wants_colour(STDOUT_FILENO)),
      colour_errors_(wants_colour(STDERR_FILENO)),
      shows_progress_(isatty(STDERR_FILENO) == 1),
      width_(terminal_width()) {}

std::string console::say(std::string_view code,
                         const std::vector<std::string>& arguments) const {
  return format_message(code, arguments, lang_);
}

void console::show(const diagnostic& finding) {
  end_progress();
  std::string words = render(finding, lang_);
  if (colour_errors_) words = coloured(std::move(words), finding.level());
  std::fwrite(words.data(), 1, words.size(), stderr);
}

void console::show(const std::vector<diagnostic>& findings) {
  for (const auto& finding : findings) show(finding);
}

void console::complain(std::string code, std::vector<std::string> arguments) {
  show(diagnostic{std::move(code), std::move(arguments), {}, {}});
}

void console::show_at(std::string_view file, std::size_t line, std::size_t column,
                      const diagnostic& finding, std::string_view in) {
  end_progress();
  std::string words = render({finding.code, finding.arguments, {}, {}}, lang_);
  const auto name = '`' + make_visible(in) + '`';
  if (!in.empty() && finding.message(lang_).find(name) == std::string::npos) {
    const auto head = words.find(']') + 1 + colon(lang_).size();
    words.insert(head, name + std::string(colon(lang_)));
  }
  // The help stands on a line of its own.
  words.pop_back();
  for (auto end = words.find('\n'); end != std::string::npos; end = words.find('\n', end))
    words.replace(end, 1, semicolon(lang_));
  if (colour_errors_) words = coloured(std::move(words), finding.level());
  auto place = make_visible(file) + ':';
  if (line > 0) place += std::to_string(line) + ':';
  if (column > 0) place += std::to_string(column) + ':';
  words = place + ' ' + words + '\n';
  std::fwrite(words.data(), 1, words.size(), stderr);
}

void console::progress(std::size_t done, std::size_t all) {
  if (!shows_progress_ || all < 2) return;
  const std::size_t percent = done * 100 / all;
  if (progress_shown_ && percent == last_percent_) return;
  last_percent_ = percent;
  progress(std::to_string(done) + " / " + std::to_string(all));
}

void console::progress(const std::string& words) {
  if (!shows_progress_) return;
  progress_shown_ = true;
  std::fprintf(stderr, "\r\x1b[K%s", words.c_str());
  std::fflush(stderr);
}

void console::end_progress() {
  if (!progress_shown_) return;
  progress_shown_ = false;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
}

date today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return date::of(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday).value_or(date{});
}

}  // namespace norma::cli
