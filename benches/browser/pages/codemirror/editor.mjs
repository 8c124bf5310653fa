// The least of CodeMirror 6 that shows an issue as the desk's source does: wrapped lines, their numbers, the syntax.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { defaultHighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';

const extensions = [
  lineNumbers(), history(), keymap.of([...defaultKeymap, ...historyKeymap]), markdown(),
  syntaxHighlighting(defaultHighlightStyle), EditorView.lineWrapping,
];
const view = new EditorView({ extensions, parent: document.body });
window.show = (text, caret) => {
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
  view.focus();
  view.dispatch({ selection: { anchor: caret }, scrollIntoView: true });
};
window.typed = () => view.state.doc.toString();
window.page = () => null;
