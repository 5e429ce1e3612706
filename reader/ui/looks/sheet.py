"""The application's style sheet: one text, into which a theme and its measures are put.

Qt's own Fusion draws what is not said here. Everything that the keys can go to has a ring that
is there, unseen, before it has the focus: so nothing moves when it gets it. Rings and edges are
told from what is around them without seeing colours, and what is chosen is filled.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from string import Template

from reader.ui.looks.measures import Measures
from reader.ui.looks.theme import Theme

_BUTTONS = """
QPushButton, QComboBox, QToolButton {
    color: $text; background: $raised; border: ${edge}px solid $border;
    border-radius: ${radius}px; padding: ${inner}px ${wide}px;
}
QPushButton:hover, QComboBox:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed, QPushButton:checked { background: $pressed; }
QPushButton:default { color: $on_accent; background: $accent; border-color: $accent; }
QPushButton:focus, QComboBox:focus, QToolButton:focus {
    color: $text; background: $raised; border: ${ring}px solid $focus;
    padding: ${inner_ring}px ${wide_ring}px;
}
QPushButton:focus:hover, QToolButton:focus:hover { background: $hover; }
QPushButton:focus:pressed, QToolButton:focus:pressed { background: $pressed; }
QPushButton:disabled, QComboBox:disabled, QToolButton:disabled {
    color: $disabled; background: $ground; border-color: $line;
}
QPushButton::menu-indicator {
    image: $glyph_down; width: ${arrow}px; height: ${arrow}px;
    subcontrol-origin: padding; subcontrol-position: right center;
}
QPushButton:flat { background: transparent; border-color: transparent; }
QToolButton { background: transparent; border-color: transparent; padding: ${inner}px; }
QToolButton:focus { padding: ${inner_ring}px; }
QToolButton:disabled { border-color: transparent; }
"""

_FIELDS = """
QLineEdit, QAbstractSpinBox, QPlainTextEdit, QTextEdit, QListView, QTreeView, QTableView {
    color: $text; background: $surface; border: ${edge}px solid $border;
    border-radius: ${radius}px; selection-color: $on_selection;
    selection-background-color: $selection;
}
QLineEdit, QAbstractSpinBox { padding: ${inner}px ${middle}px; }
QLineEdit { placeholder-text-color: $faint; }
QPlainTextEdit, QTextEdit, QListView, QTreeView, QTableView { padding: ${gap}px; }
QLineEdit:focus, QAbstractSpinBox:focus {
    border: ${ring}px solid $focus; padding: ${inner_ring}px ${middle_ring}px;
}
QPlainTextEdit:focus, QTextEdit:focus, QListView:focus, QTreeView:focus, QTableView:focus {
    border: ${ring}px solid $focus; padding: 0px;
}
QLineEdit:disabled, QAbstractSpinBox:disabled, QPlainTextEdit:disabled, QTextEdit:disabled,
QListView:disabled, QTreeView:disabled {
    color: $disabled; background: $ground; border-color: $line;
}
QLineEdit:read-only { background: $ground; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: ${arrow_room}px; }
QComboBox::down-arrow { image: $glyph_down; width: ${arrow}px; height: ${arrow}px; }
QComboBox::down-arrow:disabled { image: $glyph_down_faded; }
QComboBox QAbstractItemView { padding: 0px; border-radius: 0px; outline: none; }
QAbstractSpinBox { qproperty-alignment: "AlignCenter"; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    subcontrol-origin: border; border: none; background: transparent; width: ${arrow_room}px;
}
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $hover; }
QAbstractSpinBox::up-arrow { image: $glyph_up; width: ${arrow}px; height: ${arrow}px; }
QAbstractSpinBox::down-arrow { image: $glyph_down; width: ${arrow}px; height: ${arrow}px; }
QAbstractSpinBox::up-arrow:disabled, QAbstractSpinBox::up-arrow:off {
    image: $glyph_up_faded;
}
QAbstractSpinBox::down-arrow:disabled, QAbstractSpinBox::down-arrow:off {
    image: $glyph_down_faded;
}
"""

_MARKS = """
QCheckBox, QRadioButton {
    color: $text; border: ${ring}px solid transparent; border-radius: ${radius}px;
    padding: ${gap}px ${small}px; spacing: ${middle}px;
}
QCheckBox:focus, QRadioButton:focus { border-color: $focus; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator, QAbstractItemView::indicator, QGroupBox::indicator,
QRadioButton::indicator {
    width: ${mark}px; height: ${mark}px; border: ${edge}px solid $border;
    border-radius: ${small}px; background: $surface;
}
QRadioButton::indicator { border-radius: ${mark_radius}px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { background: $hover; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked,
QCheckBox::indicator:indeterminate {
    background: $accent; border-color: $accent; image: $glyph_check;
}
QCheckBox::indicator:indeterminate { image: $glyph_dash; }
QRadioButton::indicator:checked { border-color: $accent; background: $accent;
    image: $glyph_dot; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {
    border-color: $disabled; background: $ground;
}
QCheckBox::indicator:checked:disabled { image: $glyph_check_faded; }
QRadioButton::indicator:checked:disabled { image: $glyph_dot_faded; }
QSlider {
    border: ${ring}px solid transparent; border-radius: ${radius}px; min-height: ${knob}px;
}
QSlider:focus { border-color: $focus; }
QSlider::groove:horizontal {
    height: ${small}px; background: $border; border-radius: ${groove_radius}px;
}
QSlider::sub-page:horizontal { background: $accent; border-radius: ${groove_radius}px; }
QSlider::handle:horizontal {
    width: ${mark}px; height: ${mark}px; margin: -${handle_rise}px 0px;
    border-radius: ${handle_radius}px; background: $accent; border: ${edge}px solid $surface;
}
QSlider::groove:horizontal:disabled, QSlider::sub-page:horizontal:disabled,
QSlider::handle:horizontal:disabled { background: $disabled; }
QProgressBar {
    color: $text; background: $surface; border: ${edge}px solid $border;
    border-radius: ${small}px; text-align: right; margin-right: ${percent}px;
    min-height: ${mark}px;
}
QProgressBar::chunk { background: $accent; border-radius: ${gap}px; }
"""

_LISTS = """
QListView, QTreeView, QTableView { outline: none; alternate-background-color: $ruler; }
QListView::item, QTreeView::item, QTableView::item {
    color: $text; padding: ${small}px ${middle}px;
}
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected {
    color: $on_selection; background: $selection;
}
QListView::item:disabled, QTreeView::item:disabled { color: $disabled; }
QTreeView::branch { background: transparent; }
QTreeView::branch:selected { background: $selection; }
QTreeView::branch:has-children:closed { image: $glyph_folded; }
QTreeView::branch:has-children:open { image: $glyph_unfolded; }
QTreeView::branch:has-children:closed:selected { image: $glyph_folded_chosen; }
QTreeView::branch:has-children:open:selected { image: $glyph_unfolded_chosen; }
QHeaderView { background: $ground; border: none; }
QHeaderView::section {
    color: $faint; background: $ground; border: none; border-bottom: ${edge}px solid $border;
    border-right: ${edge}px solid $line; padding: ${small}px ${middle}px; font-weight: bold;
}
QHeaderView::section:hover { background: $hover; }
QHeaderView::down-arrow { image: $glyph_down; width: ${arrow}px; }
QHeaderView::up-arrow { image: $glyph_up; width: ${arrow}px; }
QScrollBar { background: transparent; border: none; margin: 0px; }
QScrollBar:vertical { width: ${bar}px; }
QScrollBar:horizontal { height: ${bar}px; }
QScrollBar::handle {
    background: $border; border-radius: ${bar_radius}px; margin: ${gap}px;
}
QScrollBar::handle:vertical { min-height: ${handle}px; }
QScrollBar::handle:horizontal { min-width: ${handle}px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $text; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }
"""

_FRAMES = """
QMenuBar { color: $text; background: $ground; border-bottom: ${edge}px solid $line; }
QMenuBar::item { background: transparent; padding: ${small}px ${middle}px; }
QMenuBar::item:selected, QMenu::item:selected {
    color: $on_selection; background: $selection;
}
QMenuBar::item:disabled { color: $disabled; }
QMenu {
    menu-scrollable: 1; color: $text; background: $raised; border: ${edge}px solid $border;
    padding: ${small}px;
}
QMenu::item {
    padding: ${small}px ${large}px ${small}px ${large}px; border-radius: ${small}px;
}
QMenu::item:disabled { color: $disabled; background: transparent; }
QMenu::separator { height: ${edge}px; background: $line; margin: ${small}px ${middle}px; }
QMenu::indicator { width: ${mark}px; height: ${mark}px; left: ${small}px; }
QMenu::indicator:checked { image: $glyph_ticked; }
QMenu::indicator:checked:selected { image: $glyph_ticked_chosen; }
QMenu::scroller { height: ${mark}px; background: $hover; }
QMenu::right-arrow { image: $glyph_right; width: ${arrow}px; height: ${arrow}px;
    margin: ${small}px; }
QMenu::right-arrow:selected { image: $glyph_right_chosen; }
QTabBar { border: none; }
QTabBar::tab {
    color: $text; background: transparent; padding: ${inner}px ${large}px;
    border: ${ring}px solid transparent; border-bottom: ${ring}px solid $line;
}
QTabBar::tab:hover { background: $hover; }
QTabBar::tab:selected { font-weight: bold; border-bottom: ${ring}px solid $accent; }
QTabBar::tab:focus { border: ${ring}px solid $focus; border-radius: ${small}px; }
QTabWidget::pane { border: ${edge}px solid $line; }
QToolTip {
    color: $on_notice; background: $notice; border: ${edge}px solid $border;
    padding: ${small}px;
}
QGroupBox {
    border: ${edge}px solid $line; border-radius: ${radius}px; padding: ${middle}px;
}
QMessageBox {
    icon-size: ${icon}px; messagebox-warning-icon: $glyph_warning;
    messagebox-critical-icon: $glyph_warning; messagebox-question-icon: $glyph_question;
    messagebox-information-icon: $glyph_information;
}
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QStatusBar { background: $ground; border-top: ${edge}px solid $line; }
QStatusBar::item { border: none; }
QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $border; }
QSplitter::handle:horizontal { width: ${small}px; }
QSplitter::handle:vertical { height: ${small}px; }
"""

_OWN = """
ReadingView, ReadingView:focus { border-radius: 0px; padding: 0px; }
ReadingView { border: ${ring}px solid $surface; }
ReadingView:focus { border: ${ring}px solid $focus; }
Contents { border: ${ring}px solid $surface; border-radius: 0px; }
Contents:focus { border: ${ring}px solid $focus; }
Contents::item { border-left: ${ring}px solid transparent; }
Contents::item:selected:!focus {
    color: $text; background: $pressed; border-left: ${ring}px solid $accent;
}
Contents::branch:selected:!active { background: $pressed; }
Contents::branch:has-children:closed:selected:!active { image: $glyph_folded; }
Contents::branch:has-children:open:selected:!active { image: $glyph_unfolded; }
PlayerBar { border-top: ${edge}px solid $line; }
PlayerBar QToolButton { border-radius: ${round}px; }
PlayerBar QToolButton#play, PlayerBar QToolButton#play:focus {
    background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
        stop: 0 $accent, stop: 0.84 $accent, stop: 0.88 transparent);
}
"""


def style_sheet(theme: Theme, measures: Measures, glyphs: Mapping[str, str]) -> str:
    """All of it; `glyphs` are the pictures it needs, as the sheet is to name them."""
    size = measures
    thicker = size.ring - size.edge
    reckoned = {
        "gap": thicker,
        "inner": size.small + thicker,
        "inner_ring": size.small,
        "wide": size.large + thicker,
        "wide_ring": size.large,
        "middle_ring": max(0, size.middle - thicker),
        "arrow_room": 2 * size.arrow,
        "mark_radius": size.mark // 2 + size.edge,
        "groove_radius": size.small // 2,
        "handle_rise": (size.mark - size.small + 1) // 2 + size.edge,
        "handle_radius": size.mark // 2 + size.edge,
        "knob": size.mark + 2 * size.edge,
        "bar_radius": max(1, size.bar // 2 - thicker),
        "handle": size.mark,
        "percent": 3 * size.mark,
        "round": size.mark,
        "icon": 3 * size.mark,
    }
    named = {f"glyph_{name}": glyph for name, glyph in glyphs.items()}
    text = _BUTTONS + _FIELDS + _MARKS + _LISTS + _FRAMES + _OWN
    return Template(text).substitute(asdict(theme), **asdict(size), **reckoned, **named)
