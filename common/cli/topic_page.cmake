# SPDX-License-Identifier: GPL-2.0-or-later
# cmake -DCMARK= -DTOPIC=FILE.md -DNAME= -DOUT= -P topic_page.cmake: a manual page of a topic. cmark gives
# the body of a page and leaves an apostrophe as it is, which roff would curl.
execute_process(COMMAND ${CMARK} --to man ${TOPIC} OUTPUT_VARIABLE body COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCH "^\\.SH\n([^\n]*)\n" head "${body}")
set(title "${CMAKE_MATCH_1}")
string(LENGTH "${head}" length)
string(SUBSTRING "${body}" ${length} -1 body)
string(REPLACE "'" "\\(aq" body "${body}")
# Its title is the page's name; what were sections of the second rank are the page's own.
string(REGEX REPLACE "(^|\n)\\.SS\n" "\\1.SH\n" body "${body}")
string(REPLACE "-" "\\-" name "${NAME}")
string(TOUPPER "${name}" upper)
file(WRITE ${OUT} ".TH ${upper} 7 \"\" \"geul\" \"geul\"\n.SH NAME\n${name} \\- ${title}\n.SH DESCRIPTION\n${body}")
