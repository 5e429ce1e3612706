"""A theme as Qt's own palette, for whatever no style sheet reaches."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from reader.ui.looks.theme import Theme

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup


def palette_of(theme: Theme) -> QPalette:
    """All of `theme` that a palette has a role for."""
    palette = QPalette()
    usual = {
        _Role.Window: theme.ground,
        _Role.WindowText: theme.text,
        _Role.Base: theme.surface,
        _Role.AlternateBase: theme.ruler,
        _Role.Text: theme.text,
        _Role.PlaceholderText: theme.faint,
        _Role.Button: theme.raised,
        _Role.ButtonText: theme.text,
        _Role.BrightText: theme.on_accent,
        _Role.ToolTipBase: theme.notice,
        _Role.ToolTipText: theme.on_notice,
        _Role.Highlight: theme.selection,
        _Role.HighlightedText: theme.on_selection,
        _Role.Accent: theme.accent,
        _Role.Link: theme.link,
        _Role.LinkVisited: theme.link,
        _Role.Light: theme.raised,
        _Role.Midlight: theme.hover,
        _Role.Mid: theme.line,
        _Role.Dark: theme.border,
        _Role.Shadow: theme.border,
    }
    for role, colour in usual.items():
        palette.setColor(role, QColor(colour))
    faded = QColor(theme.disabled)
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.PlaceholderText):
        palette.setColor(_Group.Disabled, role, faded)
    palette.setColor(_Group.Disabled, _Role.Highlight, QColor(theme.line))
    palette.setColor(_Group.Disabled, _Role.HighlightedText, QColor(theme.text))
    return palette
