"""How a read-along book looks: the reader's own choice of letters and colours holds."""

STYLE = """\
body { line-height: 1.5; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; page-break-after: avoid; break-after: avoid; }
p { margin: 0.5em 0; }
blockquote { margin: 1em 2em; }
ul.numbered, li.plain { list-style-type: none; }
table { border-collapse: collapse; margin: 1em 0; }
th, td { border: 1px solid; padding: 0.25em 0.5em; text-align: start; vertical-align: top; }
pre { white-space: pre-wrap; }
figure, aside { margin: 1em 0; }
figure { font-style: italic; }
aside { border-inline-start: 3px solid; padding-inline-start: 1em; }
p.separator { text-align: center; }
a.noteref { vertical-align: super; font-size: 0.8em; line-height: 1; }
p.authors, p.narrators { font-size: 1.2em; }
.-epub-media-overlay-active { background-color: #ffe066; color: #111111; }
.-epub-media-overlay-active a { color: #11118a; }
@media (prefers-color-scheme: dark) {
  .-epub-media-overlay-active { background-color: #4d3d00; color: #ffffff; }
  .-epub-media-overlay-active a { color: #bfd9ff; }
}
"""
"""Both colours of the sentence that is read are given, so that it is legible on any ground."""

ACTIVE_CLASS = "-epub-media-overlay-active"
"""The class that a player gives to the sentence it is reading."""
