<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Adding</name>
    <message>
        <source>Adding books</source>
        <translation>添加书籍</translation>
    </message>
    <message>
        <source>Sto&amp;p adding</source>
        <translation>停止添加(&amp;P)</translation>
    </message>
    <message>
        <source>Show detai&amp;ls…</source>
        <translation>显示详情(&amp;L)…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Looking for books</source>
        <translation>正在查找书籍</translation>
    </message>
    <message>
        <source>Waiting until other books are added</source>
        <translation>正在等待其他书添加完成</translation>
    </message>
    <message>
        <source>Adding {name} ({number} of {all})</source>
        <translation>正在添加 {name}（第 {number} 个，共 {all} 个）</translation>
    </message>
    <message>
        <source>Books that could not be read</source>
        <translation>无法读取的书</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>“{title}” is no longer at {path}. Open it where it is now.</source>
        <translation>《{title}》已不在 {path}。请从它现在的位置打开。</translation>
    </message>
</context>
<context>
    <name>BookText</name>
    <message>
        <source>Book text</source>
        <translation>书的正文</translation>
    </message>
</context>
<context>
    <name>BookmarkActions</name>
    <message>
        <source>Bookmark removed</source>
        <translation>书签已删除</translation>
    </message>
    <message>
        <source>New bookmark</source>
        <translation>新书签</translation>
    </message>
    <message>
        <source>Name of the bookmark</source>
        <translation>书签名称</translation>
    </message>
    <message>
        <source>The note cannot be kept</source>
        <translation>笔记无法保存</translation>
    </message>
    <message>
        <source>No text here</source>
        <translation>这里没有文字</translation>
    </message>
    <message>
        <source>This book has no bookmarks and no notes.</source>
        <translation>这本书没有书签和笔记。</translation>
    </message>
    <message>
        <source>Nothing is kept, so nothing can be written</source>
        <translation>没有保存的内容，无法写出</translation>
    </message>
    <message>
        <source>Notes cannot be kept</source>
        <translation>笔记无法保存</translation>
    </message>
    <message>
        <source>{chapter}, {percent} percent</source>
        <translation>{chapter}，{percent}%</translation>
    </message>
    <message>
        <source>Bookmark set</source>
        <translation>书签已添加</translation>
    </message>
    <message>
        <source>The bookmark cannot be kept</source>
        <translation>书签无法保存</translation>
    </message>
    <message>
        <source>Note kept</source>
        <translation>笔记已保存</translation>
    </message>
    <message>
        <source>No next bookmark</source>
        <translation>后面没有书签了</translation>
    </message>
    <message>
        <source>No previous bookmark</source>
        <translation>前面没有书签了</translation>
    </message>
    <message>
        <source>Note: {name}</source>
        <translation>笔记：{name}</translation>
    </message>
    <message>
        <source>Bookmark: {name}</source>
        <translation>书签：{name}</translation>
    </message>
</context>
<context>
    <name>BookmarksDialog</name>
    <message>
        <source>Bookmarks and notes</source>
        <translation>书签和笔记</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细内容</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>重命名(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Edit note…</source>
        <translation>编辑笔记(&amp;E)…</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>删除(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤消(&amp;U)</translation>
    </message>
    <message>
        <source>This book has no bookmarks and no notes.</source>
        <translation>这本书没有书签和笔记。</translation>
    </message>
    <message>
        <source>None is listed.</source>
        <translation>列表为空。</translation>
    </message>
    <message>
        <source>1 listed</source>
        <translation>列出 1 项</translation>
    </message>
    <message>
        <source>{count} listed</source>
        <translation>列出 {count} 项</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Deleted: {title}</source>
        <translation>已删除：{title}</translation>
    </message>
    <message>
        <source>Taken back: {title}</source>
        <translation>已撤消：{title}</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Bookmarks and notes</source>
        <translation>书签和笔记(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>筛选(&amp;F)</translation>
    </message>
    <message>
        <source>De&amp;tails</source>
        <translation>详细内容(&amp;T)</translation>
    </message>
</context>
<context>
    <name>BooksPage</name>
    <message>
        <source>Books</source>
        <translation>书籍</translation>
    </message>
    <message>
        <source>Sho&amp;w: {choice}</source>
        <translation>显示：{choice}(&amp;W)</translation>
    </message>
    <message>
        <source>Lan&amp;guage: {choice}</source>
        <translation>语言：{choice}(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Sort: {choice}</source>
        <translation>排序：{choice}(&amp;S)</translation>
    </message>
    <message>
        <source>The library could not be opened, so no books are kept.</source>
        <translation>书库打不开，所以没有保存任何书。</translation>
    </message>
    <message>
        <source>No books yet. Add files or a folder, or drop them here.</source>
        <translation>还没有书。请添加文件或文件夹，或把它们拖到这里。</translation>
    </message>
    <message>
        <source>No book fits.</source>
        <translation>没有符合条件的书。</translation>
    </message>
    <message>
        <source>All books</source>
        <translation>全部书籍</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>在读</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已读完</translation>
    </message>
    <message>
        <source>Last read</source>
        <translation>最近阅读</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>书名</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Last added</source>
        <translation>最近添加</translation>
    </message>
    <message>
        <source>Most read</source>
        <translation>已读最多</translation>
    </message>
    <message>
        <source>Shortest time left</source>
        <translation>剩余时间最短</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Find a book</source>
        <translation>查找书籍</translation>
    </message>
    <message>
        <source>Title or author</source>
        <translation>书名或作者</translation>
    </message>
    <message>
        <source>&amp;Find a book</source>
        <translation>查找书籍(&amp;F)</translation>
    </message>
</context>
<context>
    <name>CaretReading</name>
    <message>
        <source>{text} selected</source>
        <translation>已选中 {text}</translation>
    </message>
    <message>
        <source>nothing selected</source>
        <translation>没有选中</translation>
    </message>
    <message>
        <source>star</source>
        <translation>星号</translation>
    </message>
</context>
<context>
    <name>Cast</name>
    <message>
        <source>girl</source>
        <translation>女孩</translation>
    </message>
    <message>
        <source>young woman</source>
        <translation>年轻女性</translation>
    </message>
    <message>
        <source>woman</source>
        <translation>女性</translation>
    </message>
    <message>
        <source>elderly woman</source>
        <translation>老年女性</translation>
    </message>
    <message>
        <source>boy</source>
        <translation>男孩</translation>
    </message>
    <message>
        <source>young man</source>
        <translation>年轻男性</translation>
    </message>
    <message>
        <source>man</source>
        <translation>男性</translation>
    </message>
    <message>
        <source>elderly man</source>
        <translation>老年男性</translation>
    </message>
    <message>
        <source>child</source>
        <translation>儿童</translation>
    </message>
    <message>
        <source>young, woman or man not known</source>
        <translation>年轻，性别不明</translation>
    </message>
    <message>
        <source>woman or man not known</source>
        <translation>性别不明</translation>
    </message>
    <message>
        <source>elderly, woman or man not known</source>
        <translation>老年，性别不明</translation>
    </message>
    <message>
        <source>the book itself says so</source>
        <translation>书中标明了</translation>
    </message>
    <message>
        <source>the words beside it name the speaker</source>
        <translation>旁边的文字写明了说话人</translation>
    </message>
    <message>
        <source>the words beside it mean this character</source>
        <translation>旁边的文字指的是这个角色</translation>
    </message>
    <message>
        <source>whoever is addressed answers</source>
        <translation>被称呼的人作答</translation>
    </message>
    <message>
        <source>two take turns</source>
        <translation>两人轮流说话</translation>
    </message>
    <message>
        <source>nobody else is as near</source>
        <translation>附近没有更合适的人</translation>
    </message>
    <message>
        <source>you said so</source>
        <translation>由你指定</translation>
    </message>
    <message>
        <source>it is a guess</source>
        <translation>只是猜测</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已指定</translation>
    </message>
    <message>
        <source>found by itself</source>
        <translation>自动选择</translation>
    </message>
    <message>
        <source>called {name} now</source>
        <translation>改名为{name}</translation>
    </message>
    <message>
        <source>sounds like {name}, who is in the same scenes</source>
        <translation>与同场的{name}声音相近</translation>
    </message>
    <message>
        <source>rate {rate:.2f}</source>
        <translation>语速 {rate:.2f}</translation>
    </message>
    <message>
        <source>{semitones:g} semitones higher</source>
        <translation>升高 {semitones:g} 个半音</translation>
    </message>
    <message>
        <source>{semitones:g} semitones deeper</source>
        <translation>降低 {semitones:g} 个半音</translation>
    </message>
    <message>
        <source>No speech: the narrator reads it.</source>
        <translation>不是说话：由旁白朗读。</translation>
    </message>
    <message>
        <source>The narrator, because you said so.</source>
        <translation>旁白，由你指定。</translation>
    </message>
    <message>
        <source>Nobody was found who says this.</source>
        <translation>没有识别出这句话是谁说的。</translation>
    </message>
    <message>
        <source>{name}, {percent} percent sure: {reason}.</source>
        <translation>{name}，把握 {percent}%：{reason}。</translation>
    </message>
    <message>
        <source>Voices for characters are off.</source>
        <translation>角色声音已关闭。</translation>
    </message>
    <message>
        <source>Too unsure: the narrator speaks.</source>
        <translation>把握太小：由旁白朗读。</translation>
    </message>
    <message>
        <source>Too unsure: a voice like the narrator&apos;s speaks.</source>
        <translation>把握太小：用与旁白相近的声音朗读。</translation>
    </message>
    <message>
        <source>Voice: {voice}.</source>
        <translation>声音：{voice}。</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 句台词</translation>
    </message>
    <message>
        <source>{count} lines</source>
        <translation>{count} 句台词</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>the narrator&apos;s voice</source>
        <translation>旁白的声音</translation>
    </message>
</context>
<context>
    <name>CastActions</name>
    <message>
        <source>The narrator</source>
        <translation>旁白</translation>
    </message>
    <message>
        <source>Nobody speaks here</source>
        <translation>这里没有人说话</translation>
    </message>
    <message>
        <source>Somebody new…</source>
        <translation>新角色…</translation>
    </message>
    <message>
        <source>As it was found</source>
        <translation>按自动识别的结果</translation>
    </message>
    <message>
        <source>&amp;Who says {line}</source>
        <translation>谁说的：{line}(&amp;W)</translation>
    </message>
    <message>
        <source>Correct who speaks</source>
        <translation>更正说话人</translation>
    </message>
    <message>
        <source>Says this line from now on: {name}</source>
        <translation>这句话今后由{name}说</translation>
    </message>
    <message>
        <source>Says this line, as it was found: {name}</source>
        <translation>这句话按自动识别的结果由{name}说</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>新角色</translation>
    </message>
    <message>
        <source>The script of the chapter tells who says this line: change it there</source>
        <translation>这句话由谁说，本章脚本里有规定，请在脚本中修改</translation>
    </message>
    <message>
        <source>{name}, because the script of the chapter says so.</source>
        <translation>{name}，因为本章脚本是这样写的。</translation>
    </message>
    <message>
        <source>No next line of {name}</source>
        <translation>后面没有{name}的台词了</translation>
    </message>
    <message>
        <source>No previous line of {name}</source>
        <translation>前面没有{name}的台词了</translation>
    </message>
    <message>
        <source>Still looking who speaks: {percent} percent</source>
        <translation>仍在识别说话人：{percent}%</translation>
    </message>
    <message>
        <source>Looking who speaks; ask again in a moment</source>
        <translation>正在识别说话人，请稍后再问</translation>
    </message>
    <message>
        <source>Who speaks could not be found; the narrator reads everything. {reason}</source>
        <translation>无法识别说话人，全书由旁白朗读。{reason}</translation>
    </message>
</context>
<context>
    <name>CastDialog</name>
    <message>
        <source>Characters</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Nobody was found who speaks in this book.</source>
        <translation>没有识别出书中的说话人。</translation>
    </message>
    <message>
        <source>Voices for characters are off: the narrator reads everything.</source>
        <translation>角色声音已关闭：全书由旁白朗读。</translation>
    </message>
    <message>
        <source>Characters found: {count}</source>
        <translation>找到 {count} 个角色</translation>
    </message>
    <message>
        <source>Voices found anew</source>
        <translation>重新选择声音</translation>
    </message>
    <message>
        <source>Voices are found anew for all to whom you gave none.</source>
        <translation>已为所有没有指定声音的角色重新选择声音。</translation>
    </message>
    <message>
        <source>Nothing to take back</source>
        <translation>没有可撤消的操作</translation>
    </message>
    <message>
        <source>Taken back: {title}</source>
        <translation>已撤消：{title}</translation>
    </message>
    <message>
        <source>No further line</source>
        <translation>没有更多台词</translation>
    </message>
    <message>
        <source>Hear a samp&amp;le</source>
        <translation>试听(&amp;L)</translation>
    </message>
    <message>
        <source>Go to the firs&amp;t line</source>
        <translation>转到第一句台词(&amp;T)</translation>
    </message>
    <message>
        <source>Go to the ne&amp;xt line</source>
        <translation>转到下一句台词(&amp;X)</translation>
    </message>
    <message>
        <source>Find voices ane&amp;w</source>
        <translation>重新选择声音(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤消(&amp;U)</translation>
    </message>
    <message>
        <source>Mer&amp;ge into…</source>
        <translation>合并到(&amp;G)…</translation>
    </message>
    <message>
        <source>Part aga&amp;in</source>
        <translation>重新分开(&amp;I)</translation>
    </message>
    <message>
        <source>A&amp;dd…</source>
        <translation>添加(&amp;D)…</translation>
    </message>
    <message>
        <source>Remove from &amp;book</source>
        <translation>从书中移除(&amp;B)</translation>
    </message>
    <message>
        <source>Character&amp;s</source>
        <translation>角色(&amp;S)</translation>
    </message>
</context>
<context>
    <name>ChapterChoice</name>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>The whole book</source>
        <translation>全书</translation>
    </message>
    <message>
        <source>This chapter only</source>
        <translation>仅这一章</translation>
    </message>
    <message>
        <source>Chapters of your choice</source>
        <translation>自选章节</translation>
    </message>
    <message>
        <source>&amp;Leave out notes, index, copyright and the like</source>
        <translation>略去注释、索引、版权页等(&amp;L)</translation>
    </message>
    <message>
        <source>Chapter numbers</source>
        <translation>章号</translation>
    </message>
    <message>
        <source>For example 1-3,7</source>
        <translation>例如 1-3,7</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Select &amp;none</source>
        <translation>全不选(&amp;N)</translation>
    </message>
    <message>
        <source>Chapter {number} is chosen</source>
        <translation>已选第 {number} 章</translation>
    </message>
    <message>
        <source>Chapter {number} is left out</source>
        <translation>已略去第 {number} 章</translation>
    </message>
    <message>
        <source>Chapter n&amp;umbers</source>
        <translation>章号(&amp;U)</translation>
    </message>
    <message>
        <source>C&amp;hapters to export</source>
        <translation>要导出的章节(&amp;H)</translation>
    </message>
</context>
<context>
    <name>ChapterList</name>
    <message>
        <source>Chapters to export</source>
        <translation>要导出的章节</translation>
    </message>
</context>
<context>
    <name>ChapterModel</name>
    <message>
        <source>Untitled</source>
        <translation>无标题</translation>
    </message>
    <message>
        <source>{number}. {title}</source>
        <translation>{number}. {title}</translation>
    </message>
    <message>
        <source>{chapter} — {kind}</source>
        <translation>{chapter} — {kind}</translation>
    </message>
    <message>
        <source>level {level}</source>
        <translation>第 {level} 级</translation>
    </message>
</context>
<context>
    <name>Characters</name>
    <message>
        <source>exclamation mark</source>
        <translation>感叹号</translation>
    </message>
    <message>
        <source>quotation mark</source>
        <translation>双引号</translation>
    </message>
    <message>
        <source>number sign</source>
        <translation>井号</translation>
    </message>
    <message>
        <source>dollar sign</source>
        <translation>美元符号</translation>
    </message>
    <message>
        <source>percent sign</source>
        <translation>百分号</translation>
    </message>
    <message>
        <source>ampersand</source>
        <translation>和号</translation>
    </message>
    <message>
        <source>apostrophe</source>
        <translation>单引号</translation>
    </message>
    <message>
        <source>left parenthesis</source>
        <translation>左括号</translation>
    </message>
    <message>
        <source>right parenthesis</source>
        <translation>右括号</translation>
    </message>
    <message>
        <source>asterisk</source>
        <translation>星号</translation>
    </message>
    <message>
        <source>plus sign</source>
        <translation>加号</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>hyphen-minus</source>
        <translation>短横线</translation>
    </message>
    <message>
        <source>full stop</source>
        <translation>点</translation>
    </message>
    <message>
        <source>solidus</source>
        <translation>斜杠</translation>
    </message>
    <message>
        <source>colon</source>
        <translation>冒号</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>less-than sign</source>
        <translation>小于号</translation>
    </message>
    <message>
        <source>equals sign</source>
        <translation>等号</translation>
    </message>
    <message>
        <source>greater-than sign</source>
        <translation>大于号</translation>
    </message>
    <message>
        <source>question mark</source>
        <translation>问号</translation>
    </message>
    <message>
        <source>commercial at</source>
        <translation>at 符号</translation>
    </message>
    <message>
        <source>left square bracket</source>
        <translation>左方括号</translation>
    </message>
    <message>
        <source>reverse solidus</source>
        <translation>反斜杠</translation>
    </message>
    <message>
        <source>right square bracket</source>
        <translation>右方括号</translation>
    </message>
    <message>
        <source>circumflex accent</source>
        <translation>脱字符</translation>
    </message>
    <message>
        <source>low line</source>
        <translation>下划线</translation>
    </message>
    <message>
        <source>grave accent</source>
        <translation>反引号</translation>
    </message>
    <message>
        <source>left curly bracket</source>
        <translation>左花括号</translation>
    </message>
    <message>
        <source>vertical line</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>right curly bracket</source>
        <translation>右花括号</translation>
    </message>
    <message>
        <source>tilde</source>
        <translation>波浪号</translation>
    </message>
    <message>
        <source>fullwidth comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>ideographic full stop</source>
        <translation>句号</translation>
    </message>
    <message>
        <source>ideographic comma</source>
        <translation>顿号</translation>
    </message>
    <message>
        <source>fullwidth semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>fullwidth colon</source>
        <translation>冒号</translation>
    </message>
    <message>
        <source>fullwidth question mark</source>
        <translation>问号</translation>
    </message>
    <message>
        <source>fullwidth exclamation mark</source>
        <translation>感叹号</translation>
    </message>
    <message>
        <source>left double quotation mark</source>
        <translation>左双引号</translation>
    </message>
    <message>
        <source>right double quotation mark</source>
        <translation>右双引号</translation>
    </message>
    <message>
        <source>left single quotation mark</source>
        <translation>左单引号</translation>
    </message>
    <message>
        <source>right single quotation mark</source>
        <translation>右单引号</translation>
    </message>
    <message>
        <source>fullwidth left parenthesis</source>
        <translation>左括号</translation>
    </message>
    <message>
        <source>fullwidth right parenthesis</source>
        <translation>右括号</translation>
    </message>
    <message>
        <source>left double angle bracket</source>
        <translation>左书名号</translation>
    </message>
    <message>
        <source>right double angle bracket</source>
        <translation>右书名号</translation>
    </message>
    <message>
        <source>left angle bracket</source>
        <translation>左单书名号</translation>
    </message>
    <message>
        <source>right angle bracket</source>
        <translation>右单书名号</translation>
    </message>
    <message>
        <source>left corner bracket</source>
        <translation>左直角引号</translation>
    </message>
    <message>
        <source>right corner bracket</source>
        <translation>右直角引号</translation>
    </message>
    <message>
        <source>left white corner bracket</source>
        <translation>左双直角引号</translation>
    </message>
    <message>
        <source>right white corner bracket</source>
        <translation>右双直角引号</translation>
    </message>
    <message>
        <source>left black lenticular bracket</source>
        <translation>左方头括号</translation>
    </message>
    <message>
        <source>right black lenticular bracket</source>
        <translation>右方头括号</translation>
    </message>
    <message>
        <source>left tortoise shell bracket</source>
        <translation>左六角括号</translation>
    </message>
    <message>
        <source>right tortoise shell bracket</source>
        <translation>右六角括号</translation>
    </message>
    <message>
        <source>em dash</source>
        <translation>破折号</translation>
    </message>
    <message>
        <source>horizontal ellipsis</source>
        <translation>省略号</translation>
    </message>
    <message>
        <source>middle dot</source>
        <translation>间隔号</translation>
    </message>
    <message>
        <source>fullwidth tilde</source>
        <translation>波浪号</translation>
    </message>
    <message>
        <source>fullwidth yen sign</source>
        <translation>人民币符号</translation>
    </message>
    <message>
        <source>en dash</source>
        <translation>连接号</translation>
    </message>
    <message>
        <source>bullet</source>
        <translation>项目符号</translation>
    </message>
    <message>
        <source>copyright sign</source>
        <translation>版权符号</translation>
    </message>
    <message>
        <source>registered sign</source>
        <translation>注册商标符号</translation>
    </message>
    <message>
        <source>degree sign</source>
        <translation>度符号</translation>
    </message>
    <message>
        <source>plus-minus sign</source>
        <translation>正负号</translation>
    </message>
    <message>
        <source>multiplication sign</source>
        <translation>乘号</translation>
    </message>
    <message>
        <source>division sign</source>
        <translation>除号</translation>
    </message>
    <message>
        <source>section sign</source>
        <translation>章节符号</translation>
    </message>
    <message>
        <source>pilcrow sign</source>
        <translation>段落符号</translation>
    </message>
    <message>
        <source>left-pointing double angle quotation mark</source>
        <translation>左书名号</translation>
    </message>
    <message>
        <source>right-pointing double angle quotation mark</source>
        <translation>右书名号</translation>
    </message>
    <message>
        <source>inverted exclamation mark</source>
        <translation>倒感叹号</translation>
    </message>
    <message>
        <source>inverted question mark</source>
        <translation>倒问号</translation>
    </message>
    <message>
        <source>euro sign</source>
        <translation>欧元符号</translation>
    </message>
    <message>
        <source>pound sign</source>
        <translation>英镑符号</translation>
    </message>
    <message>
        <source>yen sign</source>
        <translation>元符号</translation>
    </message>
    <message>
        <source>dagger</source>
        <translation>剑号</translation>
    </message>
    <message>
        <source>double dagger</source>
        <translation>双剑号</translation>
    </message>
    <message>
        <source>prime</source>
        <translation>角分符号</translation>
    </message>
    <message>
        <source>double prime</source>
        <translation>角秒符号</translation>
    </message>
    <message>
        <source>rightwards arrow</source>
        <translation>右箭头</translation>
    </message>
    <message>
        <source>leftwards arrow</source>
        <translation>左箭头</translation>
    </message>
    <message>
        <source>upwards arrow</source>
        <translation>上箭头</translation>
    </message>
    <message>
        <source>downwards arrow</source>
        <translation>下箭头</translation>
    </message>
    <message>
        <source>black star</source>
        <translation>实心星</translation>
    </message>
    <message>
        <source>white star</source>
        <translation>空心星</translation>
    </message>
    <message>
        <source>black square</source>
        <translation>实心方块</translation>
    </message>
    <message>
        <source>white square</source>
        <translation>空心方块</translation>
    </message>
    <message>
        <source>black circle</source>
        <translation>实心圆</translation>
    </message>
    <message>
        <source>white circle</source>
        <translation>空心圆</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>well</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>not needed by everybody</source>
        <translation>可选</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>{name}, {state}: {detail}</source>
        <translation>{name}，{state}：{detail}</translation>
    </message>
    <message>
        <source>Everything essential is there.</source>
        <translation>必需的部分都已具备。</translation>
    </message>
    <message>
        <source>Something essential is missing: {names}.</source>
        <translation>缺少必需的部分：{names}。</translation>
    </message>
    <message>
        <source>In a terminal: {command}</source>
        <translation>在终端中运行：{command}</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Check the installation</source>
        <translation>检查安装</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细内容</translation>
    </message>
    <message>
        <source>&amp;Install the voices</source>
        <translation>安装声音(&amp;I)</translation>
    </message>
    <message>
        <source>Show the &amp;voices</source>
        <translation>显示声音(&amp;V)</translation>
    </message>
    <message>
        <source>Choose the &amp;device</source>
        <translation>选择设备(&amp;D)</translation>
    </message>
    <message>
        <source>Copy the co&amp;mmand</source>
        <translation>复制命令(&amp;M)</translation>
    </message>
    <message>
        <source>Copy the whole &amp;report</source>
        <translation>复制整份报告(&amp;R)</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>再次检查(&amp;A)</translation>
    </message>
    <message>
        <source>Looking at everything that Tingshu needs…</source>
        <translation>正在检查听书所需的一切…</translation>
    </message>
    <message>
        <source>The command is copied</source>
        <translation>命令已复制</translation>
    </message>
    <message>
        <source>The report is copied</source>
        <translation>报告已复制</translation>
    </message>
    <message>
        <source>&amp;What was found</source>
        <translation>检查结果(&amp;W)</translation>
    </message>
    <message>
        <source>De&amp;tails</source>
        <translation>详细内容(&amp;T)</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;Set or remove a bookmark</source>
        <translation>添加或删除书签(&amp;S)</translation>
    </message>
    <message>
        <source>Sets a bookmark here, or removes the one at this place.</source>
        <translation>在此处添加书签，或删除此处的书签。</translation>
    </message>
    <message>
        <source>Set a bookmark with a &amp;name…</source>
        <translation>添加带名称的书签(&amp;N)…</translation>
    </message>
    <message>
        <source>Asks for a name and sets a bookmark here.</source>
        <translation>询问名称，并在此处添加书签。</translation>
    </message>
    <message>
        <source>&amp;Write a note…</source>
        <translation>写笔记(&amp;W)…</translation>
    </message>
    <message>
        <source>Writes a note to what is selected or to the sentence, or changes the one that is there.</source>
        <translation>为所选文字或当前句写笔记，或修改此处的笔记。</translation>
    </message>
    <message>
        <source>Nex&amp;t bookmark or note</source>
        <translation>下一个书签或笔记(&amp;T)</translation>
    </message>
    <message>
        <source>Goes on to it, or says that there is none.</source>
        <translation>转到下一个；没有时会告知。</translation>
    </message>
    <message>
        <source>&amp;Previous bookmark or note</source>
        <translation>上一个书签或笔记(&amp;P)</translation>
    </message>
    <message>
        <source>Goes back to it, or says that there is none.</source>
        <translation>转到上一个；没有时会告知。</translation>
    </message>
    <message>
        <source>&amp;Bookmarks and notes…</source>
        <translation>书签和笔记(&amp;B)…</translation>
    </message>
    <message>
        <source>Lists what is marked in this book, to go there or to change it.</source>
        <translation>列出本书中的书签和笔记，可转到或修改。</translation>
    </message>
    <message>
        <source>&amp;Export notes…</source>
        <translation>导出笔记(&amp;E)…</translation>
    </message>
    <message>
        <source>Writes what is marked in this book into a Markdown file.</source>
        <translation>把本书的书签和笔记写成 Markdown 文件。</translation>
    </message>
    <message>
        <source>Notes &amp;for another machine…</source>
        <translation>导出笔记到另一台电脑(&amp;F)…</translation>
    </message>
    <message>
        <source>Writes positions and notes of all books into one file, to take along.</source>
        <translation>把所有书的阅读位置和笔记写成一个文件，便于带走。</translation>
    </message>
    <message>
        <source>Notes fr&amp;om another machine…</source>
        <translation>导入另一台电脑的笔记(&amp;O)…</translation>
    </message>
    <message>
        <source>Takes in such a file and loses nothing that is noted here.</source>
        <translation>导入这样的文件，本机的笔记不会丢失。</translation>
    </message>
    <message>
        <source>C&amp;haracters…</source>
        <translation>角色(&amp;H)…</translation>
    </message>
    <message>
        <source>Lists who speaks in the book, to give them voices and to correct them.</source>
        <translation>列出书中的说话人，可为他们选择声音或更正。</translation>
    </message>
    <message>
        <source>Voices fo&amp;r characters</source>
        <translation>角色声音(&amp;R)</translation>
    </message>
    <message>
        <source>Has those who speak in a story heard in voices of their own, or not.</source>
        <translation>让故事中的角色用各自的声音说话，或者不用。</translation>
    </message>
    <message>
        <source>&amp;Who speaks</source>
        <translation>谁在说话(&amp;W)</translation>
    </message>
    <message>
        <source>Says who speaks at this place, how sure that is, and in which voice.</source>
        <translation>说出此处的说话人、把握有多大，以及所用的声音。</translation>
    </message>
    <message>
        <source>C&amp;orrect who speaks…</source>
        <translation>更正说话人(&amp;O)…</translation>
    </message>
    <message>
        <source>Asks who says the line at this place.</source>
        <translation>询问此处的台词是谁说的。</translation>
    </message>
    <message>
        <source>Ne&amp;xt line of this character</source>
        <translation>该角色的下一句台词(&amp;X)</translation>
    </message>
    <message>
        <source>Goes on to what whoever speaks here says next.</source>
        <translation>转到此处说话人的下一句台词。</translation>
    </message>
    <message>
        <source>Prev&amp;ious line of this character</source>
        <translation>该角色的上一句台词(&amp;I)</translation>
    </message>
    <message>
        <source>Goes back to what whoever speaks here said before.</source>
        <translation>转到此处说话人的上一句台词。</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Listen</source>
        <translation>朗读(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>导航(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Bookmarks</source>
        <translation>书签(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Nex&amp;t element</source>
        <translation>下一个元素(&amp;T)</translation>
    </message>
    <message>
        <source>Prev&amp;ious element</source>
        <translation>上一个元素(&amp;I)</translation>
    </message>
    <message>
        <source>Thro&amp;ugh a table</source>
        <translation>在表格中移动(&amp;U)</translation>
    </message>
    <message>
        <source>The&amp;me</source>
        <translation>主题(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copies the selected text.</source>
        <translation>复制所选文字。</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Selects all of the text that is shown.</source>
        <translation>选中显示的全部文字。</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Asks for words and finds them in the book.</source>
        <translation>询问要找的文字，并在书中查找。</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>查找下一个(&amp;N)</translation>
    </message>
    <message>
        <source>Goes to the next place with the words last sought.</source>
        <translation>转到上次所找文字的下一处。</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>查找上一个(&amp;P)</translation>
    </message>
    <message>
        <source>Goes back to a place with the words last sought.</source>
        <translation>转到上次所找文字的上一处。</translation>
    </message>
    <message>
        <source>List &amp;hits…</source>
        <translation>列出查找结果(&amp;H)…</translation>
    </message>
    <message>
        <source>Lists every place with what is sought, with the words around it.</source>
        <translation>列出所找文字的每一处及其上下文。</translation>
    </message>
    <message>
        <source>&amp;Spell the word</source>
        <translation>拼读这个词(&amp;S)</translation>
    </message>
    <message>
        <source>Spells the word at the caret; tells Chinese characters apart by a word.</source>
        <translation>逐字拼读光标处的词；汉字用组词来区分。</translation>
    </message>
    <message>
        <source>Next &amp;heading</source>
        <translation>下一个标题(&amp;H)</translation>
    </message>
    <message>
        <source>Previous &amp;heading</source>
        <translation>上一个标题(&amp;H)</translation>
    </message>
    <message>
        <source>Next heading of level &amp;1</source>
        <translation>下一个 1 级标题(&amp;1)</translation>
    </message>
    <message>
        <source>Previous heading of level &amp;1</source>
        <translation>上一个 1 级标题(&amp;1)</translation>
    </message>
    <message>
        <source>Next heading of level &amp;2</source>
        <translation>下一个 2 级标题(&amp;2)</translation>
    </message>
    <message>
        <source>Previous heading of level &amp;2</source>
        <translation>上一个 2 级标题(&amp;2)</translation>
    </message>
    <message>
        <source>Next heading of level &amp;3</source>
        <translation>下一个 3 级标题(&amp;3)</translation>
    </message>
    <message>
        <source>Previous heading of level &amp;3</source>
        <translation>上一个 3 级标题(&amp;3)</translation>
    </message>
    <message>
        <source>Next heading of level &amp;4</source>
        <translation>下一个 4 级标题(&amp;4)</translation>
    </message>
    <message>
        <source>Previous heading of level &amp;4</source>
        <translation>上一个 4 级标题(&amp;4)</translation>
    </message>
    <message>
        <source>Next heading of level &amp;5</source>
        <translation>下一个 5 级标题(&amp;5)</translation>
    </message>
    <message>
        <source>Previous heading of level &amp;5</source>
        <translation>上一个 5 级标题(&amp;5)</translation>
    </message>
    <message>
        <source>Next heading of level &amp;6</source>
        <translation>下一个 6 级标题(&amp;6)</translation>
    </message>
    <message>
        <source>Previous heading of level &amp;6</source>
        <translation>上一个 6 级标题(&amp;6)</translation>
    </message>
    <message>
        <source>Next &amp;section</source>
        <translation>下一节(&amp;S)</translation>
    </message>
    <message>
        <source>Previous &amp;section</source>
        <translation>上一节(&amp;S)</translation>
    </message>
    <message>
        <source>Next &amp;page</source>
        <translation>下一页(&amp;P)</translation>
    </message>
    <message>
        <source>Previous &amp;page</source>
        <translation>上一页(&amp;P)</translation>
    </message>
    <message>
        <source>Next lin&amp;k</source>
        <translation>下一个链接(&amp;K)</translation>
    </message>
    <message>
        <source>Previous lin&amp;k</source>
        <translation>上一个链接(&amp;K)</translation>
    </message>
    <message>
        <source>Next &amp;list</source>
        <translation>下一个列表(&amp;L)</translation>
    </message>
    <message>
        <source>Previous &amp;list</source>
        <translation>上一个列表(&amp;L)</translation>
    </message>
    <message>
        <source>Next l&amp;ist item</source>
        <translation>下一个列表项(&amp;I)</translation>
    </message>
    <message>
        <source>Previous l&amp;ist item</source>
        <translation>上一个列表项(&amp;I)</translation>
    </message>
    <message>
        <source>Next &amp;table</source>
        <translation>下一个表格(&amp;T)</translation>
    </message>
    <message>
        <source>Previous &amp;table</source>
        <translation>上一个表格(&amp;T)</translation>
    </message>
    <message>
        <source>Next ima&amp;ge</source>
        <translation>下一张图片(&amp;G)</translation>
    </message>
    <message>
        <source>Previous ima&amp;ge</source>
        <translation>上一张图片(&amp;G)</translation>
    </message>
    <message>
        <source>Next &amp;quotation</source>
        <translation>下一段引文(&amp;Q)</translation>
    </message>
    <message>
        <source>Previous &amp;quotation</source>
        <translation>上一段引文(&amp;Q)</translation>
    </message>
    <message>
        <source>Next sepa&amp;rator</source>
        <translation>下一条分隔线(&amp;R)</translation>
    </message>
    <message>
        <source>Previous sepa&amp;rator</source>
        <translation>上一条分隔线(&amp;R)</translation>
    </message>
    <message>
        <source>Next n&amp;ote</source>
        <translation>下一个注释(&amp;O)</translation>
    </message>
    <message>
        <source>Previous n&amp;ote</source>
        <translation>上一个注释(&amp;O)</translation>
    </message>
    <message>
        <source>Next &amp;code</source>
        <translation>下一段代码(&amp;C)</translation>
    </message>
    <message>
        <source>Previous co&amp;de</source>
        <translation>上一段代码(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Asks for a file and opens the book in it.</source>
        <translation>选择文件并打开其中的书。</translation>
    </message>
    <message>
        <source>&amp;Library…</source>
        <translation>书库(&amp;L)…</translation>
    </message>
    <message>
        <source>Shows all your books, to find, open, add and search them.</source>
        <translation>显示所有书籍，可查找、打开、添加和搜索。</translation>
    </message>
    <message>
        <source>&amp;Close book</source>
        <translation>关闭书(&amp;C)</translation>
    </message>
    <message>
        <source>Puts the book away; the place is kept.</source>
        <translation>关闭这本书；阅读位置会保存。</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>设置(&amp;T)…</translation>
    </message>
    <message>
        <source>Shows everything that can be chosen.</source>
        <translation>显示所有可选项。</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Ends the program; the place is kept.</source>
        <translation>退出程序；阅读位置会保存。</translation>
    </message>
    <message>
        <source>&amp;Next sentence</source>
        <translation>下一句(&amp;N)</translation>
    </message>
    <message>
        <source>Goes one sentence on.</source>
        <translation>前进一句。</translation>
    </message>
    <message>
        <source>&amp;Previous sentence</source>
        <translation>上一句(&amp;P)</translation>
    </message>
    <message>
        <source>Goes one sentence back.</source>
        <translation>后退一句。</translation>
    </message>
    <message>
        <source>Ne&amp;xt paragraph</source>
        <translation>下一段(&amp;X)</translation>
    </message>
    <message>
        <source>Goes one paragraph on.</source>
        <translation>前进一段。</translation>
    </message>
    <message>
        <source>Pre&amp;vious paragraph</source>
        <translation>上一段(&amp;V)</translation>
    </message>
    <message>
        <source>Goes one paragraph back.</source>
        <translation>后退一段。</translation>
    </message>
    <message>
        <source>Next &amp;chapter</source>
        <translation>下一章(&amp;C)</translation>
    </message>
    <message>
        <source>Goes to the start of the next chapter.</source>
        <translation>转到下一章的开头。</translation>
    </message>
    <message>
        <source>Previous c&amp;hapter</source>
        <translation>上一章(&amp;H)</translation>
    </message>
    <message>
        <source>Goes to the start of the chapter before.</source>
        <translation>转到上一章的开头。</translation>
    </message>
    <message>
        <source>&amp;Start of the chapter</source>
        <translation>本章开头(&amp;S)</translation>
    </message>
    <message>
        <source>Goes to the first sentence of this chapter.</source>
        <translation>转到本章第一句。</translation>
    </message>
    <message>
        <source>En&amp;d of the chapter</source>
        <translation>本章结尾(&amp;D)</translation>
    </message>
    <message>
        <source>Goes to the last sentence of this chapter.</source>
        <translation>转到本章最后一句。</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>Goes back to where you were before the last jump.</source>
        <translation>回到上次跳转前的位置。</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>前进(&amp;F)</translation>
    </message>
    <message>
        <source>Goes to where you were before going back.</source>
        <translation>回到返回之前的位置。</translation>
    </message>
    <message>
        <source>Follow the lin&amp;k or note</source>
        <translation>打开链接或注释(&amp;K)</translation>
    </message>
    <message>
        <source>Goes where the link or note at the caret leads.</source>
        <translation>转到光标处链接或注释所指的位置。</translation>
    </message>
    <message>
        <source>P&amp;ast the list or table</source>
        <translation>跳过列表或表格(&amp;A)</translation>
    </message>
    <message>
        <source>Leaves the list, table or note at this place, and goes on after it.</source>
        <translation>跳出此处的列表、表格或注释，到它后面继续。</translation>
    </message>
    <message>
        <source>C&amp;ontents</source>
        <translation>目录(&amp;O)</translation>
    </message>
    <message>
        <source>Puts the focus on the list of chapters.</source>
        <translation>把焦点移到章节列表。</translation>
    </message>
    <message>
        <source>&amp;Elements…</source>
        <translation>元素列表(&amp;E)…</translation>
    </message>
    <message>
        <source>Lists the headings, links, notes, tables and images, to go to one.</source>
        <translation>列出标题、链接、注释、表格和图片，可转到其中一个。</translation>
    </message>
    <message>
        <source>Go to pa&amp;ge…</source>
        <translation>转到页(&amp;G)…</translation>
    </message>
    <message>
        <source>Asks for the number of a page and goes there.</source>
        <translation>询问页码并转到该页。</translation>
    </message>
    <message>
        <source>Go to pe&amp;rcent…</source>
        <translation>转到百分比(&amp;R)…</translation>
    </message>
    <message>
        <source>Asks for a percentage of the book and goes there.</source>
        <translation>询问全书的百分比并转到该处。</translation>
    </message>
    <message>
        <source>Go to &amp;line (paragraph)…</source>
        <translation>转到段落(&amp;L)…</translation>
    </message>
    <message>
        <source>Asks for the number of a paragraph and goes there.</source>
        <translation>询问段落号并转到该段。</translation>
    </message>
    <message>
        <source>&amp;Where am I</source>
        <translation>我在哪里(&amp;W)</translation>
    </message>
    <message>
        <source>Says the chapter, the percentage and the time left.</source>
        <translation>说出当前章、百分比和剩余时间。</translation>
    </message>
    <message>
        <source>Show where I a&amp;m…</source>
        <translation>显示我的位置(&amp;M)…</translation>
    </message>
    <message>
        <source>Shows where you are in a window to read at leisure.</source>
        <translation>在窗口中显示当前位置，可慢慢查看。</translation>
    </message>
    <message>
        <source>&amp;Next cell</source>
        <translation>下一个单元格(&amp;N)</translation>
    </message>
    <message>
        <source>Goes to the next cell of the row.</source>
        <translation>转到本行的下一个单元格。</translation>
    </message>
    <message>
        <source>&amp;Previous cell</source>
        <translation>上一个单元格(&amp;P)</translation>
    </message>
    <message>
        <source>Goes to the cell before in the row.</source>
        <translation>转到本行的上一个单元格。</translation>
    </message>
    <message>
        <source>Cell &amp;below</source>
        <translation>下方单元格(&amp;B)</translation>
    </message>
    <message>
        <source>Goes to the cell below.</source>
        <translation>转到下方的单元格。</translation>
    </message>
    <message>
        <source>Cell &amp;above</source>
        <translation>上方单元格(&amp;A)</translation>
    </message>
    <message>
        <source>Goes to the cell above.</source>
        <translation>转到上方的单元格。</translation>
    </message>
    <message>
        <source>&amp;This cell</source>
        <translation>当前单元格(&amp;T)</translation>
    </message>
    <message>
        <source>Says the cell with the headers of its row and column.</source>
        <translation>读出当前单元格及其行标题和列标题。</translation>
    </message>
    <message>
        <source>&amp;Describe keys</source>
        <translation>按键说明(&amp;D)</translation>
    </message>
    <message>
        <source>Says what any key does when you press it.</source>
        <translation>按下任意键时说出它的作用。</translation>
    </message>
    <message>
        <source>Change &amp;keys…</source>
        <translation>更改按键(&amp;K)…</translation>
    </message>
    <message>
        <source>Lists every command, to give it other keys.</source>
        <translation>列出所有命令，可更改其按键。</translation>
    </message>
    <message>
        <source>&amp;First steps…</source>
        <translation>开始使用(&amp;F)…</translation>
    </message>
    <message>
        <source>Asks again for the language, the voices and who speaks the window.</source>
        <translation>再次询问语言、声音以及由谁朗读界面。</translation>
    </message>
    <message>
        <source>Check the &amp;installation…</source>
        <translation>检查安装(&amp;I)…</translation>
    </message>
    <message>
        <source>Looks whether everything is there that Tingshu needs, and mends it.</source>
        <translation>检查听书所需的部分是否齐全，并修复问题。</translation>
    </message>
    <message>
        <source>Open the English &amp;sample book</source>
        <translation>打开英文示例书(&amp;S)</translation>
    </message>
    <message>
        <source>Opens a short book in English.</source>
        <translation>打开一本英文短书。</translation>
    </message>
    <message>
        <source>O&amp;pen the Chinese sample book</source>
        <translation>打开中文示例书(&amp;P)</translation>
    </message>
    <message>
        <source>Opens a short book in Chinese.</source>
        <translation>打开一本中文短书。</translation>
    </message>
    <message>
        <source>Open the mi&amp;xed sample book</source>
        <translation>打开中英混合示例书(&amp;X)</translation>
    </message>
    <message>
        <source>Opens a short book in English and Chinese.</source>
        <translation>打开一本中英文混合的短书。</translation>
    </message>
    <message>
        <source>&amp;About Tingshu</source>
        <translation>关于听书(&amp;A)</translation>
    </message>
    <message>
        <source>Says what this program is and whose.</source>
        <translation>说明这个程序是什么、由谁制作。</translation>
    </message>
    <message>
        <source>Exclamation mark</source>
        <translation>感叹号</translation>
    </message>
    <message>
        <source>Quotation mark</source>
        <translation>双引号</translation>
    </message>
    <message>
        <source>Number sign</source>
        <translation>井号</translation>
    </message>
    <message>
        <source>Ampersand</source>
        <translation>和号</translation>
    </message>
    <message>
        <source>Apostrophe</source>
        <translation>单引号</translation>
    </message>
    <message>
        <source>Left parenthesis</source>
        <translation>左圆括号</translation>
    </message>
    <message>
        <source>Right parenthesis</source>
        <translation>右圆括号</translation>
    </message>
    <message>
        <source>Asterisk</source>
        <translation>星号</translation>
    </message>
    <message>
        <source>Plus</source>
        <translation>加号</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Minus</source>
        <translation>减号</translation>
    </message>
    <message>
        <source>Full stop</source>
        <translation>句点</translation>
    </message>
    <message>
        <source>Slash</source>
        <translation>斜杠</translation>
    </message>
    <message>
        <source>Colon</source>
        <translation>冒号</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>Less than</source>
        <translation>小于号</translation>
    </message>
    <message>
        <source>Equals</source>
        <translation>等号</translation>
    </message>
    <message>
        <source>Greater than</source>
        <translation>大于号</translation>
    </message>
    <message>
        <source>Question mark</source>
        <translation>问号</translation>
    </message>
    <message>
        <source>Left bracket</source>
        <translation>左方括号</translation>
    </message>
    <message>
        <source>Backslash</source>
        <translation>反斜杠</translation>
    </message>
    <message>
        <source>Right bracket</source>
        <translation>右方括号</translation>
    </message>
    <message>
        <source>Backtick</source>
        <translation>反引号</translation>
    </message>
    <message>
        <source>Left brace</source>
        <translation>左花括号</translation>
    </message>
    <message>
        <source>Right brace</source>
        <translation>右花括号</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>Enter of the number pad</source>
        <translation>小键盘回车</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>Begins to read aloud, pauses, or goes on.</source>
        <translation>开始朗读、暂停或继续。</translation>
    </message>
    <message>
        <source>Play from the &amp;caret</source>
        <translation>从光标处朗读(&amp;C)</translation>
    </message>
    <message>
        <source>Reads aloud from the sentence at the caret.</source>
        <translation>从光标所在的句子开始朗读。</translation>
    </message>
    <message>
        <source>P&amp;ause or go on</source>
        <translation>暂停或继续(&amp;A)</translation>
    </message>
    <message>
        <source>Pauses the voice, or goes on after a pause.</source>
        <translation>暂停朗读，或在暂停后继续。</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Ends reading aloud; the place is kept.</source>
        <translation>停止朗读；阅读位置会保存。</translation>
    </message>
    <message>
        <source>Speak the s&amp;election</source>
        <translation>朗读所选文字(&amp;E)</translation>
    </message>
    <message>
        <source>Reads aloud what is selected, and nothing after it.</source>
        <translation>只朗读所选的文字。</translation>
    </message>
    <message>
        <source>Hear the &amp;note</source>
        <translation>听注释(&amp;N)</translation>
    </message>
    <message>
        <source>Reads aloud the note at the caret, then comes back.</source>
        <translation>朗读光标处的注释，然后回到原处。</translation>
    </message>
    <message>
        <source>&amp;Ten seconds on</source>
        <translation>前进十秒(&amp;T)</translation>
    </message>
    <message>
        <source>Jumps ten seconds ahead in what is read aloud.</source>
        <translation>在朗读中向前跳十秒。</translation>
    </message>
    <message>
        <source>Ten seconds &amp;back</source>
        <translation>后退十秒(&amp;B)</translation>
    </message>
    <message>
        <source>Jumps ten seconds back in what is read aloud.</source>
        <translation>在朗读中向后跳十秒。</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>加快(&amp;F)</translation>
    </message>
    <message>
        <source>Makes the voice speak faster.</source>
        <translation>让语速加快。</translation>
    </message>
    <message>
        <source>S&amp;lower</source>
        <translation>减慢(&amp;L)</translation>
    </message>
    <message>
        <source>Makes the voice speak slower.</source>
        <translation>让语速减慢。</translation>
    </message>
    <message>
        <source>Lo&amp;uder</source>
        <translation>增大音量(&amp;U)</translation>
    </message>
    <message>
        <source>Turns the sound up.</source>
        <translation>把音量调大。</translation>
    </message>
    <message>
        <source>&amp;Quieter</source>
        <translation>减小音量(&amp;Q)</translation>
    </message>
    <message>
        <source>Turns the sound down.</source>
        <translation>把音量调小。</translation>
    </message>
    <message>
        <source>Stud&amp;y mode</source>
        <translation>精读模式(&amp;Y)</translation>
    </message>
    <message>
        <source>Stops after each sentence, after each paragraph, or not at all, in turn.</source>
        <translation>依次切换：每句后停下、每段后停下、不停。</translation>
    </message>
    <message>
        <source>Sleep ti&amp;mer…</source>
        <translation>睡眠定时(&amp;M)…</translation>
    </message>
    <message>
        <source>Ends reading aloud after a time, or at the end of the chapter.</source>
        <translation>在一段时间后或本章结束时停止朗读。</translation>
    </message>
    <message>
        <source>&amp;Voices…</source>
        <translation>声音(&amp;V)…</translation>
    </message>
    <message>
        <source>Shows the voices, to choose among them or to install.</source>
        <translation>显示各种声音，可选择或安装。</translation>
    </message>
    <message>
        <source>Soun&amp;d…</source>
        <translation>声音设备(&amp;D)…</translation>
    </message>
    <message>
        <source>Chooses the device that the sound comes out of.</source>
        <translation>选择播放声音的设备。</translation>
    </message>
    <message>
        <source>moves or selects in the text</source>
        <translation>用于在文字中移动或选择</translation>
    </message>
    <message>
        <source>moves between the parts of a window, or leaves it</source>
        <translation>用于在窗口各部分之间移动或离开窗口</translation>
    </message>
    <message>
        <source>belongs to screen readers</source>
        <translation>由读屏软件使用</translation>
    </message>
    <message>
        <source>belongs to Chinese input methods</source>
        <translation>由中文输入法使用</translation>
    </message>
    <message>
        <source>is kept for menus and labelled controls</source>
        <translation>留给菜单和带标签的控件</translation>
    </message>
    <message>
        <source>belongs to the system</source>
        <translation>由系统使用</translation>
    </message>
    <message>
        <source>is a media key, which keeps its meaning</source>
        <translation>是多媒体键，作用固定</translation>
    </message>
    <message>
        <source>Scr&amp;ipt of the chapter…</source>
        <translation>本章脚本(&amp;I)…</translation>
    </message>
    <message>
        <source>Shows the chapter as SSML, to change who speaks, how, and what is said.</source>
        <translation>以 SSML 显示本章，可修改由谁说、怎么说、说什么。</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <source>Shows the text and all of the window larger.</source>
        <translation>放大正文和整个窗口。</translation>
    </message>
    <message>
        <source>Shows the text and all of the window smaller.</source>
        <translation>缩小正文和整个窗口。</translation>
    </message>
    <message>
        <source>Shows everything in its usual size.</source>
        <translation>恢复默认大小。</translation>
    </message>
    <message>
        <source>&amp;1 As the desktop</source>
        <translation>跟随桌面(&amp;1)</translation>
    </message>
    <message>
        <source>Takes the colours that the desktop asks for.</source>
        <translation>使用桌面的配色。</translation>
    </message>
    <message>
        <source>&amp;2 Light</source>
        <translation>浅色(&amp;2)</translation>
    </message>
    <message>
        <source>Shows dark letters on paper.</source>
        <translation>浅底深字。</translation>
    </message>
    <message>
        <source>&amp;3 Dark</source>
        <translation>深色(&amp;3)</translation>
    </message>
    <message>
        <source>Shows light letters on a dark ground.</source>
        <translation>深底浅字。</translation>
    </message>
    <message>
        <source>&amp;4 Sepia</source>
        <translation>护眼（棕褐色）(&amp;4)</translation>
    </message>
    <message>
        <source>Shows brown letters on old paper.</source>
        <translation>旧纸底色配棕色文字。</translation>
    </message>
    <message>
        <source>&amp;5 High contrast, white on black</source>
        <translation>高对比度，黑底白字(&amp;5)</translation>
    </message>
    <message>
        <source>Shows white letters on black.</source>
        <translation>黑底白字。</translation>
    </message>
    <message>
        <source>&amp;6 High contrast, black on white</source>
        <translation>高对比度，白底黑字(&amp;6)</translation>
    </message>
    <message>
        <source>Shows black letters on white.</source>
        <translation>白底黑字。</translation>
    </message>
    <message>
        <source>Readin&amp;g ruler</source>
        <translation>阅读标尺(&amp;G)</translation>
    </message>
    <message>
        <source>Sets off the line that is being read.</source>
        <translation>突出显示正在读的行。</translation>
    </message>
    <message>
        <source>Pinyin &amp;above hanzi</source>
        <translation>汉字上方标注拼音(&amp;A)</translation>
    </message>
    <message>
        <source>Writes above Chinese characters how they are said.</source>
        <translation>在汉字上方标注读音。</translation>
    </message>
    <message>
        <source>&amp;Image descriptions</source>
        <translation>图片说明(&amp;I)</translation>
    </message>
    <message>
        <source>Takes back the last change to a bookmark, a note or how something is said.</source>
        <translation>撤消对书签、笔记或朗读方式的上一次更改。</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>缩小文字(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Makes the book, or some chapters, into an audiobook or a read-along book.</source>
        <translation>把这本书或其中几章做成有声书或同步朗读书。</translation>
    </message>
    <message>
        <source>E&amp;xports…</source>
        <translation>导出任务(&amp;X)…</translation>
    </message>
    <message>
        <source>Shows the exports that run, are finished or can be gone on with.</source>
        <translation>显示正在进行、已完成和可以继续的导出。</translation>
    </message>
    <message>
        <source>Opens the book about using Tingshu, or puts it away again.</source>
        <translation>打开听书使用手册，或把它关上。</translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation>默认字号(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>正文(&amp;T)</translation>
    </message>
    <message>
        <source>Puts the focus on the book&apos;s text.</source>
        <translation>把焦点移到正文。</translation>
    </message>
    <message>
        <source>Ne&amp;xt part of the window</source>
        <translation>窗口的下一部分(&amp;X)</translation>
    </message>
    <message>
        <source>Moves the focus from the text to the contents, to the player, and round.</source>
        <translation>在正文、目录和播放栏之间循环移动焦点。</translation>
    </message>
    <message>
        <source>&amp;Previous part of the window</source>
        <translation>窗口的上一部分(&amp;P)</translation>
    </message>
    <message>
        <source>Moves the focus through the parts the other way.</source>
        <translation>反方向循环移动焦点。</translation>
    </message>
    <message>
        <source>Caret sta&amp;ys with the voice</source>
        <translation>光标跟随朗读(&amp;Y)</translation>
    </message>
    <message>
        <source>Moves the caret, and a braille display, along with what is read aloud.</source>
        <translation>让光标和点显器跟随朗读的位置移动。</translation>
    </message>
    <message>
        <source>Voice follo&amp;ws the caret</source>
        <translation>朗读跟随光标(&amp;W)</translation>
    </message>
    <message>
        <source>Reads aloud from wherever the caret is moved.</source>
        <translation>光标移到哪里就从哪里朗读。</translation>
    </message>
    <message>
        <source>Mark the se&amp;ntence</source>
        <translation>标出当前句(&amp;N)</translation>
    </message>
    <message>
        <source>Sets off the sentence that is being read aloud.</source>
        <translation>突出显示正在朗读的句子。</translation>
    </message>
    <message>
        <source>Mar&amp;k the word</source>
        <translation>标出当前词(&amp;K)</translation>
    </message>
    <message>
        <source>Sets off the word that is being read aloud.</source>
        <translation>突出显示正在朗读的词。</translation>
    </message>
    <message>
        <source>Reads the descriptions of images, or leaves them out.</source>
        <translation>朗读或略去图片的说明。</translation>
    </message>
    <message>
        <source>What is &amp;read…</source>
        <translation>朗读内容(&amp;R)…</translation>
    </message>
    <message>
        <source>Chooses whether notes, page numbers, tables and code are left out.</source>
        <translation>选择是否略去注释、页码、表格和代码。</translation>
    </message>
    <message>
        <source>This book&apos;s &amp;own settings…</source>
        <translation>本书的专用设置(&amp;O)…</translation>
    </message>
    <message>
        <source>Chooses what this book keeps for itself: rate, voices, text, colours.</source>
        <translation>选择本书单独保存的内容：语速、声音、文字、配色。</translation>
    </message>
    <message>
        <source>Speak t&amp;he window</source>
        <translation>朗读界面(&amp;H)</translation>
    </message>
    <message>
        <source>Has the program speak menus, buttons and messages in its own voice.</source>
        <translation>让程序用自带语音读出菜单、按钮和提示。</translation>
    </message>
    <message>
        <source>How the &amp;word is said…</source>
        <translation>这个词的读音(&amp;W)…</translation>
    </message>
    <message>
        <source>Has the word at the caret, or what is selected, said otherwise.</source>
        <translation>更改光标处的词或所选文字的读音。</translation>
    </message>
    <message>
        <source>&amp;Emphasise the word</source>
        <translation>强调这个词(&amp;E)</translation>
    </message>
    <message>
        <source>Emphasises the word, or what is selected, wherever it stands in this book, or no longer does.</source>
        <translation>在本书各处强调或不再强调这个词或所选文字。</translation>
    </message>
    <message>
        <source>P&amp;ronunciations…</source>
        <translation>读音列表(&amp;R)…</translation>
    </message>
    <message>
        <source>Lists the words that are said otherwise, to change, import or export them.</source>
        <translation>列出更改过读音的词，可修改、导入或导出。</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤消(&amp;U)</translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>无标题</translation>
    </message>
    <message>
        <source>{title}, reading here</source>
        <translation>{title}，正读到这里</translation>
    </message>
</context>
<context>
    <name>Descriptions</name>
    <message>
        <source>button</source>
        <translation>按钮</translation>
    </message>
    <message>
        <source>menu button</source>
        <translation>菜单按钮</translation>
    </message>
    <message>
        <source>check box</source>
        <translation>复选框</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>单选按钮</translation>
    </message>
    <message>
        <source>list to choose from</source>
        <translation>组合框</translation>
    </message>
    <message>
        <source>slider</source>
        <translation>滑块</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数值框</translation>
    </message>
    <message>
        <source>text</source>
        <translation>编辑框</translation>
    </message>
    <message>
        <source>list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>tree</source>
        <translation>树视图</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>选项卡</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>选项卡</translation>
    </message>
    <message>
        <source>link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>progress</source>
        <translation>进度条</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>已选中</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>未选中</translation>
    </message>
    <message>
        <source>menu</source>
        <translation>子菜单</translation>
    </message>
    <message>
        <source>unavailable</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>dialog</source>
        <translation>对话框</translation>
    </message>
    <message>
        <source>space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>capital {letter}</source>
        <translation>大写 {letter}</translation>
    </message>
    <message>
        <source>open</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已折叠</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>受保护</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>只读</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>&amp;Copy the text</source>
        <translation>复制文字(&amp;C)</translation>
    </message>
    <message>
        <source>About Tingshu</source>
        <translation>关于听书</translation>
    </message>
    <message>
        <source>Tingshu 听书 {version}</source>
        <translation>听书 Tingshu {version}</translation>
    </message>
    <message>
        <source>Opens a book and reads it aloud, on this computer alone.

Free software under the GNU Affero General Public License, version 3 or later. The voices have licences of their own: see Listen, Voices.</source>
        <translation>打开一本书并朗读，全部在本机完成。

自由软件，采用 GNU Affero 通用公共许可证第 3 版或更高版本。各种声音另有各自的许可：见“朗读”菜单的“声音”。</translation>
    </message>
    <message>
        <source>Tingshu</source>
        <translation>听书</translation>
    </message>
    <message>
        <source>Something went wrong inside the program ({kind}: {text}).</source>
        <translation>程序内部出错（{kind}：{text}）。</translation>
    </message>
    <message>
        <source>Your place is saved. Please report this text and the file {log}.</source>
        <translation>你的阅读位置已保存。请反馈这段文字和文件 {log}。</translation>
    </message>
</context>
<context>
    <name>EditActions</name>
    <message>
        <source>No word here</source>
        <translation>这里没有词</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>Not found: {text}</source>
        <translation>没有找到：{text}</translation>
    </message>
    <message>
        <source>Found from the other end. {sentence}</source>
        <translation>已从另一端继续查找并找到。{sentence}</translation>
    </message>
</context>
<context>
    <name>Elements</name>
    <message>
        <source>heading level {level}</source>
        <translation>{level} 级标题</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>section</source>
        <translation>节</translation>
    </message>
    <message>
        <source>page</source>
        <translation>页</translation>
    </message>
    <message>
        <source>link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>note</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>list item</source>
        <translation>列表项</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>quotation</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>separator</source>
        <translation>分隔线</translation>
    </message>
    <message>
        <source>code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Page {label}</source>
        <translation>第 {label} 页</translation>
    </message>
    <message>
        <source>List with {count} items: {text}</source>
        <translation>列表，{count} 项：{text}</translation>
    </message>
    <message>
        <source>Table with {count} rows: {text}</source>
        <translation>表格，{count} 行：{text}</translation>
    </message>
    <message>
        <source>{text}, {kind}</source>
        <translation>{text}，{kind}</translation>
    </message>
    <message>
        <source>{text}, level {level}</source>
        <translation>{text}，{level} 级</translation>
    </message>
    <message>
        <source>{text}, rows: {count}</source>
        <translation>{text}，{count} 行</translation>
    </message>
    <message>
        <source>{text}, items: {count}</source>
        <translation>{text}，{count} 项</translation>
    </message>
    <message>
        <source>Without text</source>
        <translation>没有文字</translation>
    </message>
    <message>
        <source>No next {kind}</source>
        <translation>后面没有{kind}了</translation>
    </message>
    <message>
        <source>No previous {kind}</source>
        <translation>前面没有{kind}了</translation>
    </message>
</context>
<context>
    <name>ElementsDialog</name>
    <message>
        <source>Headings</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>References to notes</source>
        <translation>注释引用</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Quotations</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页</translation>
    </message>
    <message>
        <source>Elements</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>{kind}: {count}</source>
        <translation>{kind}：{count}</translation>
    </message>
    <message>
        <source>the nearest {listed} are listed</source>
        <translation>列出最近的 {listed} 个</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>显示(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>筛选(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
</context>
<context>
    <name>EntryChoices</name>
    <message>
        <source>&amp;Like other words</source>
        <translation>像其他词那样读(&amp;L)</translation>
    </message>
    <message>
        <source>By &amp;pinyin</source>
        <translation>用拼音(&amp;P)</translation>
    </message>
    <message>
        <source>By phonetic signs (&amp;IPA)</source>
        <translation>用国际音标(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Not at all</source>
        <translation>不读(&amp;N)</translation>
    </message>
    <message>
        <source>With e&amp;mphasis</source>
        <translation>强调(&amp;M)</translation>
    </message>
    <message>
        <source>How it is said</source>
        <translation>怎么读</translation>
    </message>
    <message>
        <source>In this &amp;book</source>
        <translation>在本书中(&amp;B)</translation>
    </message>
    <message>
        <source>In every &amp;text in {name}</source>
        <translation>在所有{name}文本中(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Everywhere</source>
        <translation>所有文本(&amp;E)</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>适用范围</translation>
    </message>
    <message>
        <source>The whole wor&amp;d</source>
        <translation>整个词(&amp;D)</translation>
    </message>
    <message>
        <source>Also inside wo&amp;rds</source>
        <translation>也包括词的一部分(&amp;R)</translation>
    </message>
    <message>
        <source>A pattern (regular e&amp;xpression)</source>
        <translation>模式（正则表达式）(&amp;X)</translation>
    </message>
    <message>
        <source>What is meant</source>
        <translation>匹配方式</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>&amp;Voices for characters</source>
        <translation>使用角色声音(&amp;V)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>No chapter is chosen.</source>
        <translation>没有选中任何一章。</translation>
    </message>
    <message>
        <source>Choose one at least.</source>
        <translation>至少选一章。</translation>
    </message>
    <message>
        <source>It is not named where it is to go.</source>
        <translation>没有写明保存到哪里。</translation>
    </message>
    <message>
        <source>Fill in “Save as”.</source>
        <translation>填写“保存为”。</translation>
    </message>
    <message>
        <source>This is the book itself.</source>
        <translation>这是原书本身。</translation>
    </message>
    <message>
        <source>Choose another name, for example {name}.</source>
        <translation>换一个名称，例如 {name}。</translation>
    </message>
    <message>
        <source>Another export is going to this place.</source>
        <translation>另一项导出正要写到这里。</translation>
    </message>
    <message>
        <source>Choose another name, or wait until that one is finished.</source>
        <translation>换一个名称，或等那一项完成。</translation>
    </message>
    <message>
        <source>Looking through the book…</source>
        <translation>正在查看全书…</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Chapters</source>
        <translation>章节(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save as</source>
        <translation>保存为(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
</context>
<context>
    <name>ExportFormats</name>
    <message>
        <source>Audiobook (m4b)</source>
        <translation>有声书 (m4b)</translation>
    </message>
    <message>
        <source>One file with chapter marks and the cover, for audiobook players.</source>
        <translation>一个文件，带章节标记和封面，适合有声书播放器。</translation>
    </message>
    <message>
        <source>Files for the chapters (mp3)</source>
        <translation>每章一个文件 (mp3)</translation>
    </message>
    <message>
        <source>A folder with a file for each chapter; every player takes them.</source>
        <translation>一个文件夹，每章一个文件，任何播放器都能播放。</translation>
    </message>
    <message>
        <source>Files for the chapters (opus)</source>
        <translation>每章一个文件 (opus)</translation>
    </message>
    <message>
        <source>A folder with a small file for each chapter, for phones and newer players.</source>
        <translation>一个文件夹，每章一个小文件，适合手机和较新的播放器。</translation>
    </message>
    <message>
        <source>Files for the chapters (flac)</source>
        <translation>每章一个文件 (flac)</translation>
    </message>
    <message>
        <source>A folder with a file for each chapter; nothing of the sound is lost.</source>
        <translation>一个文件夹，每章一个文件，音质没有损失。</translation>
    </message>
    <message>
        <source>Files for the chapters (wav)</source>
        <translation>每章一个文件 (wav)</translation>
    </message>
    <message>
        <source>A folder with a large file for each chapter, to be worked on.</source>
        <translation>一个文件夹，每章一个大文件，便于再加工。</translation>
    </message>
    <message>
        <source>Read-along book (EPUB)</source>
        <translation>同步朗读书 (EPUB)</translation>
    </message>
    <message>
        <source>One file with the text and the voice in step, for reading programs.</source>
        <translation>一个文件，文字与声音同步，适合阅读软件。</translation>
    </message>
    <message>
        <source>Talking book (DAISY)</source>
        <translation>DAISY 有声书（带全文）</translation>
    </message>
    <message>
        <source>A folder with text and voice, for the players that libraries lend.</source>
        <translation>一个文件夹，有文字和声音，适合图书馆出借的播放器。</translation>
    </message>
    <message>
        <source>{name} (read-along)</source>
        <translation>{name}（同步朗读）</translation>
    </message>
    <message>
        <source>{name} (DAISY)</source>
        <translation>{name}（DAISY）</translation>
    </message>
</context>
<context>
    <name>ExportList</name>
    <message>
        <source>Exports</source>
        <translation>导出任务</translation>
    </message>
</context>
<context>
    <name>ExportNews</name>
    <message>
        <source>See File, Exports.</source>
        <translation>见“文件”菜单的“导出任务”。</translation>
    </message>
    <message>
        <source>The export of “{title}” has stopped.</source>
        <translation>《{title}》的导出停止了。</translation>
    </message>
    <message>
        <source>The export of “{title}” has stopped in the chapter “{chapter}”. Files that are finished stay.</source>
        <translation>《{title}》的导出在“{chapter}”一章停止了。已完成的文件会保留。</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>接着做(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Find the book…</source>
        <translation>查找书的文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Where is “{title}”?</source>
        <translation>《{title}》在哪里？</translation>
    </message>
    <message>
        <source>Unfinished export</source>
        <translation>未完成的导出</translation>
    </message>
    <message>
        <source>The export of “{title}” was not finished.</source>
        <translation>《{title}》的导出没有完成。</translation>
    </message>
    <message>
        <source>Gi&amp;ve up</source>
        <translation>放弃(&amp;V)</translation>
    </message>
    <message>
        <source>{count} exports were not finished.</source>
        <translation>有 {count} 项导出没有完成。</translation>
    </message>
    <message>
        <source>&amp;Show them</source>
        <translation>显示(&amp;S)</translation>
    </message>
    <message>
        <source>You can go on later, too: see File, Exports.</source>
        <translation>也可以以后继续：见“文件”菜单的“导出任务”。</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>以后再说(&amp;N)</translation>
    </message>
    <message>
        <source>The export of “{title}” goes on.</source>
        <translation>《{title}》的导出继续进行。</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>Reading the book</source>
        <translation>正在读取书籍</translation>
    </message>
    <message>
        <source>Finding who speaks</source>
        <translation>正在查找说话人</translation>
    </message>
    <message>
        <source>Getting the voices ready</source>
        <translation>正在准备声音</translation>
    </message>
    <message>
        <source>The export of “{title}” is kept for later.</source>
        <translation>《{title}》的导出已留待以后继续。</translation>
    </message>
    <message>
        <source>The export of “{title}” is given up.</source>
        <translation>《{title}》的导出已放弃。</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>约 {size}</translation>
    </message>
    <message>
        <source>waiting for the one before</source>
        <translation>等待前一项完成</translation>
    </message>
    <message>
        <source>running</source>
        <translation>正在进行</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>stopped by a problem</source>
        <translation>因出错而停止</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>{title}, {format}</source>
        <translation>{title}，{format}</translation>
    </message>
    <message>
        <source>{export}: {state}</source>
        <translation>{export}：{state}</translation>
    </message>
    <message>
        <source>It is {state}.</source>
        <translation>{state}。</translation>
    </message>
    <message>
        <source>{percent} percent</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>Book: {title}</source>
        <translation>书：{title}</translation>
    </message>
    <message>
        <source>Format: {format}</source>
        <translation>格式：{format}</translation>
    </message>
    <message>
        <source>Place: {path}</source>
        <translation>位置：{path}</translation>
    </message>
    <message>
        <source>“{title}” is exported: {extent}.</source>
        <translation>《{title}》已导出：{extent}。</translation>
    </message>
    <message>
        <source>There are remarks: see File, Exports.</source>
        <translation>另有说明，见“文件”菜单的“导出任务”。</translation>
    </message>
    <message>
        <source>Export of “{title}”: {percent} percent</source>
        <translation>《{title}》的导出：{percent}%</translation>
    </message>
    <message>
        <source>In “{title}”</source>
        <translation>正在处理“{title}”</translation>
    </message>
    <message>
        <source>{speed} times as fast as it is heard</source>
        <translation>是正常播放速度的 {speed} 倍</translation>
    </message>
    <message>
        <source>{duration} left</source>
        <translation>剩余 {duration}</translation>
    </message>
    <message>
        <source>Less than a minute left</source>
        <translation>剩余不到一分钟</translation>
    </message>
    <message>
        <source>{files}, {duration} of sound</source>
        <translation>{files}，声音长 {duration}</translation>
    </message>
    <message>
        <source>Without anything to say, so left out: {chapters}</source>
        <translation>没有可朗读的内容，因此略去：{chapters}</translation>
    </message>
    <message>
        <source>No voice could say these signs: {signs}</source>
        <translation>没有声音能读这些字符：{signs}</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>不到一分钟</translation>
    </message>
    <message>
        <source>about {duration}</source>
        <translation>约 {duration}</translation>
    </message>
    <message>
        <source>{chosen} of {all} chapters</source>
        <translation>{all} 章中的 {chosen} 章</translation>
    </message>
    <message>
        <source>1 chapter</source>
        <translation>1 章</translation>
    </message>
    <message>
        <source>{count} chapters</source>
        <translation>{count} 章</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 个文件</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} 个文件</translation>
    </message>
</context>
<context>
    <name>ExportsWindow</name>
    <message>
        <source>Exports</source>
        <translation>导出任务</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>There are no exports.</source>
        <translation>没有导出任务。</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>继续(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Gi&amp;ve up…</source>
        <translation>放弃(&amp;V)…</translation>
    </message>
    <message>
        <source>Remo&amp;ve from list</source>
        <translation>从列表移除(&amp;V)</translation>
    </message>
    <message>
        <source>It goes on</source>
        <translation>继续进行</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Removed from the list; the files stay.</source>
        <translation>已从列表移除，文件保留。</translation>
    </message>
    <message>
        <source>{path} is no longer there.</source>
        <translation>{path} 已不在那里。</translation>
    </message>
    <message>
        <source>No program was found that opens {path}.</source>
        <translation>没有找到能打开 {path} 的程序。</translation>
    </message>
    <message>
        <source>&amp;Stop…</source>
        <translation>停止(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>接着做(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;How far is it?</source>
        <translation>进度如何(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>在文件夹中显示(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Exports</source>
        <translation>导出任务(&amp;E)</translation>
    </message>
    <message>
        <source>De&amp;tails</source>
        <translation>详情(&amp;T)</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Books (*.epub *.html *.htm *.xhtml *.txt *.md *.xml *.tei);;All files (*)</source>
        <translation>书籍 (*.epub *.html *.htm *.xhtml *.txt *.md *.xml *.tei);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a book</source>
        <translation>打开书籍</translation>
    </message>
</context>
<context>
    <name>FileJobs</name>
    <message>
        <source>Pronunciations (*.pls *.xml *.txt *.csv);;All files (*)</source>
        <translation>读音文件 (*.pls *.xml *.txt *.csv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Pronunciation lexicon (*.pls);;Lines of five fields (*.txt)</source>
        <translation>读音词典 (*.pls);;五栏文本 (*.txt)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>Imported: {count}, in place of others: {replaced}.</source>
        <translation>已导入 {count} 条，其中替换 {replaced} 条。</translation>
    </message>
    <message>
        <source>Not taken: {count}.</source>
        <translation>未导入 {count} 条。</translation>
    </message>
    <message>
        <source>Line {line}: {word}: {reason}</source>
        <translation>第 {line} 行：{word}：{reason}</translation>
    </message>
    <message>
        <source>Where shall what {name} holds be said so?</source>
        <translation>{name} 中的读音用在哪里？</translation>
    </message>
    <message>
        <source>&amp;Everywhere</source>
        <translation>所有文本(&amp;E)</translation>
    </message>
    <message>
        <source>In this &amp;book</source>
        <translation>在本书中(&amp;B)</translation>
    </message>
    <message>
        <source>Nothing can be written, so there is no new file.</source>
        <translation>没有可写的内容，因此没有生成新文件。</translation>
    </message>
    <message>
        <source>Written to {name}: {count}.</source>
        <translation>已写入 {name}：{count} 条。</translation>
    </message>
    <message>
        <source>For all languages here, but for one alone in the file: {count}.</source>
        <translation>这里用于所有语言，但文件中只用于一种语言的：{count} 条。</translation>
    </message>
    <message>
        <source>Not written: {count}.</source>
        <translation>未写入 {count} 条。</translation>
    </message>
</context>
<context>
    <name>Find</name>
    <message>
        <source>{words}; {place}</source>
        <translation>{words}；{place}</translation>
    </message>
    <message>
        <source>{chapter}, {percent} percent</source>
        <translation>{chapter}，{percent}%</translation>
    </message>
    <message>
        <source>{percent} percent</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>Hit {number} of {count}.</source>
        <translation>第 {number} 个结果，共 {count} 个。</translation>
    </message>
    <message>
        <source>Hit {number} of more than {count}.</source>
        <translation>第 {number} 个结果，共 {count} 个以上。</translation>
    </message>
    <message>
        <source>More than {count} hits.</source>
        <translation>超过 {count} 个结果。</translation>
    </message>
    <message>
        <source>There are more: the first {count} hits are shown</source>
        <translation>结果很多，只显示前 {count} 个</translation>
    </message>
    <message>
        <source>1 hit</source>
        <translation>1 个结果</translation>
    </message>
    <message>
        <source>{count} hits</source>
        <translation>{count} 个结果</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一个结果</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>上一个结果</translation>
    </message>
    <message>
        <source>List hits…</source>
        <translation>列出查找结果…</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>全词匹配</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Close find</source>
        <translation>关闭查找栏</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Looking who speaks</source>
        <translation>正在识别说话人</translation>
    </message>
    <message>
        <source>L&amp;ook again</source>
        <translation>重新识别(&amp;O)</translation>
    </message>
    <message>
        <source>Looking who speaks in the book. The list fills when it is known.</source>
        <translation>正在识别书中的说话人，完成后列表会显示出来。</translation>
    </message>
    <message>
        <source>Who speaks could not be found, so the narrator reads everything. {reason}</source>
        <translation>无法识别说话人，因此全书由旁白朗读。{reason}</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>Step {number} of {count}: {title}</source>
        <translation>第 {number} 步，共 {count} 步：{title}</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>完成(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>Welcome to Tingshu. Press {key} to have the windows spoken, Escape to leave these questions for later.</source>
        <translation>欢迎使用听书。按 {key} 可朗读界面，按 Esc 以后再回答这些问题。</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>开始使用</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>以后再说(&amp;L)</translation>
    </message>
</context>
<context>
    <name>Following</name>
    <message>
        <source>End of the book</source>
        <translation>全书结束</translation>
    </message>
    <message>
        <source>Start of the book</source>
        <translation>全书开头</translation>
    </message>
    <message>
        <source>End of the chapter</source>
        <translation>本章结尾</translation>
    </message>
    <message>
        <source>Start of the chapter</source>
        <translation>本章开头</translation>
    </message>
</context>
<context>
    <name>GoActions</name>
    <message>
        <source>No earlier place</source>
        <translation>没有更早的位置</translation>
    </message>
    <message>
        <source>No later place</source>
        <translation>没有更后的位置</translation>
    </message>
    <message>
        <source>This link leads nowhere in the book</source>
        <translation>这个链接在书中没有对应的位置</translation>
    </message>
    <message>
        <source>No link here</source>
        <translation>这里没有链接</translation>
    </message>
    <message>
        <source>This book has no page numbers</source>
        <translation>这本书没有页码</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>This link leads out of the book, to {address}</source>
        <translation>这个链接指向书外：{address}</translation>
    </message>
    <message>
        <source>&amp;Open in the browser</source>
        <translation>在浏览器中打开(&amp;O)</translation>
    </message>
</context>
<context>
    <name>GoToDialog</name>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>Go to page</source>
        <translation>转到页</translation>
    </message>
    <message>
        <source>&amp;Page, from {first} to {last}; this is {now}</source>
        <translation>页码，{first} 到 {last}；当前 {now}(&amp;P)</translation>
    </message>
    <message>
        <source>There is no page “{label}”. The pages go from {first} to {last}.</source>
        <translation>没有第“{label}”页。页码从 {first} 到 {last}。</translation>
    </message>
    <message>
        <source>Go to percent</source>
        <translation>转到百分比</translation>
    </message>
    <message>
        <source>&amp;Percent of the book, from 0 to 100; this is {now}</source>
        <translation>全书百分比，0 到 100；当前 {now}(&amp;P)</translation>
    </message>
    <message>
        <source>“{text}” is no number from 0 to 100.</source>
        <translation>“{text}”不是 0 到 100 的数。</translation>
    </message>
    <message>
        <source>Go to paragraph</source>
        <translation>转到段落</translation>
    </message>
    <message>
        <source>&amp;Paragraph of the chapter, from 1 to {count}; this is {now}</source>
        <translation>本章段落，1 到 {count}；当前 {now}(&amp;P)</translation>
    </message>
    <message>
        <source>There is no paragraph “{text}”. This chapter has {count}.</source>
        <translation>没有第“{text}”段。本章共 {count} 段。</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Menu {menu}</source>
        <translation>“{menu}”菜单</translation>
    </message>
    <message>
        <source>Menu {menu}, {submenu}</source>
        <translation>“{menu}”菜单，{submenu}</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>无按键</translation>
    </message>
    <message>
        <source>{keys}: {title}.</source>
        <translation>{keys}：{title}。</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>{keys} in the text</source>
        <translation>在正文中按 {keys}</translation>
    </message>
    <message>
        <source>{everywhere}, or {keys} in the text</source>
        <translation>{everywhere}，或在正文中按 {keys}</translation>
    </message>
</context>
<context>
    <name>HitsDialog</name>
    <message>
        <source>Hits of {text}</source>
        <translation>“{text}”的查找结果</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细内容</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Hits</source>
        <translation>查找结果(&amp;H)</translation>
    </message>
</context>
<context>
    <name>KeyCapture</name>
    <message>
        <source>Key for {title}</source>
        <translation>“{title}”的按键</translation>
    </message>
    <message>
        <source>&amp;Press the new key</source>
        <translation>请按新的按键(&amp;P)</translation>
    </message>
    <message>
        <source>Press the new key</source>
        <translation>请按新的按键</translation>
    </message>
    <message>
        <source>Escape leaves everything as it is</source>
        <translation>按 Esc 保持不变</translation>
    </message>
</context>
<context>
    <name>KeyDescription</name>
    <message>
        <source>Key description is on. Press any key to hear what it does; Escape ends it.</source>
        <translation>按键说明已开启。按任意键听它的作用，按 Esc 结束。</translation>
    </message>
    <message>
        <source>Key description is off.</source>
        <translation>按键说明已关闭。</translation>
    </message>
    <message>
        <source>{key}, in the text: {title}. {sentence}</source>
        <translation>{key}，在正文中：{title}。{sentence}</translation>
    </message>
    <message>
        <source>{key}: {title}. {sentence}</source>
        <translation>{key}：{title}。{sentence}</translation>
    </message>
    <message>
        <source>{key} {reason}.</source>
        <translation>{key} {reason}。</translation>
    </message>
    <message>
        <source>{key} does nothing.</source>
        <translation>{key} 没有作用。</translation>
    </message>
</context>
<context>
    <name>Keymap</name>
    <message>
        <source>{key} is the key of “{winner}” now; “{loser}” does without it.</source>
        <translation>{key} 现在是“{winner}”的按键；“{loser}”不再使用它。</translation>
    </message>
    <message>
        <source>is not a key</source>
        <translation>不是按键</translation>
    </message>
    <message>
        <source>There is no command called “{name}”.</source>
        <translation>没有名为“{name}”的命令。</translation>
    </message>
    <message>
        <source>“{key}”, given to “{command}”, is not a key.</source>
        <translation>指定给“{command}”的“{key}”不是按键。</translation>
    </message>
    <message>
        <source>{key} cannot be the key of “{command}”: it {reason}.</source>
        <translation>{key} 不能作为“{command}”的按键：它{reason}。</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>更改(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Use &amp;usual keys</source>
        <translation>使用默认按键(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;All usual keys</source>
        <translation>全部恢复默认按键(&amp;A)</translation>
    </message>
    <message>
        <source>Find a command or key</source>
        <translation>查找命令或按键</translation>
    </message>
    <message>
        <source>&amp;Find a command or key</source>
        <translation>查找命令或按键(&amp;F)</translation>
    </message>
    <message>
        <source>{key} {reason}. Press another key.</source>
        <translation>{key} {reason}。请按其他键。</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>{key} is the key of “{owner}”. Take it away there?</source>
        <translation>{key} 是“{owner}”的按键。要改用到这里吗？</translation>
    </message>
    <message>
        <source>Key in use</source>
        <translation>按键已被使用</translation>
    </message>
    <message>
        <source>&amp;Take it for “{command}”</source>
        <translation>用于“{command}”(&amp;T)</translation>
    </message>
    <message>
        <source>All usual keys</source>
        <translation>全部恢复默认按键</translation>
    </message>
    <message>
        <source>Give every command its usual keys again?</source>
        <translation>要把所有命令恢复为默认按键吗？</translation>
    </message>
    <message>
        <source>&amp;Use the usual keys</source>
        <translation>使用默认按键(&amp;U)</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>Tingshu</source>
        <translation>听书</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {words}</source>
        <translation>第 {line} 行第 {column} 列：{words}</translation>
    </message>
    <message>
        <source>{subject}: {words}</source>
        <translation>{subject}：{words}</translation>
    </message>
    <message>
        <source>{sentence} {next}</source>
        <translation>{sentence}{next}</translation>
    </message>
    <message>
        <source>{words}.</source>
        <translation>{words}。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{clause}, {next}</source>
        <translation>{clause}，{next}</translation>
    </message>
</context>
<context>
    <name>LanguageStep</name>
    <message>
        <source>The language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Which language shall Tingshu speak in its windows?</source>
        <translation>听书的界面使用哪种语言？</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>All of the window speaks it from the next start on.</source>
        <translation>下次启动后，整个界面都使用它。</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Afrikaans</source>
        <translation>南非荷兰语</translation>
    </message>
    <message>
        <source>Albanian</source>
        <translation>阿尔巴尼亚语</translation>
    </message>
    <message>
        <source>Amharic</source>
        <translation>阿姆哈拉语</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>阿拉伯语</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>亚美尼亚语</translation>
    </message>
    <message>
        <source>Basque</source>
        <translation>巴斯克语</translation>
    </message>
    <message>
        <source>Belarusian</source>
        <translation>白俄罗斯语</translation>
    </message>
    <message>
        <source>Bangla</source>
        <translation>孟加拉语</translation>
    </message>
    <message>
        <source>Bosnian</source>
        <translation>波斯尼亚语</translation>
    </message>
    <message>
        <source>Breton</source>
        <translation>布列塔尼语</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>保加利亚语</translation>
    </message>
    <message>
        <source>Burmese</source>
        <translation>缅甸语</translation>
    </message>
    <message>
        <source>Cantonese</source>
        <translation>粤语</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>加泰罗尼亚语</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>克罗地亚语</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>捷克语</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>丹麦语</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>荷兰语</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>Esperanto</source>
        <translation>世界语</translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation>爱沙尼亚语</translation>
    </message>
    <message>
        <source>Filipino</source>
        <translation>菲律宾语</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>芬兰语</translation>
    </message>
    <message>
        <source>French</source>
        <translation>法语</translation>
    </message>
    <message>
        <source>Galician</source>
        <translation>加利西亚语</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>格鲁吉亚语</translation>
    </message>
    <message>
        <source>German</source>
        <translation>德语</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>希腊语</translation>
    </message>
    <message>
        <source>Gujarati</source>
        <translation>古吉拉特语</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>希伯来语</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>印地语</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>匈牙利语</translation>
    </message>
    <message>
        <source>Icelandic</source>
        <translation>冰岛语</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>印度尼西亚语</translation>
    </message>
    <message>
        <source>Interlingua</source>
        <translation>国际语</translation>
    </message>
    <message>
        <source>Irish</source>
        <translation>爱尔兰语</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>意大利语</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>日语</translation>
    </message>
    <message>
        <source>Kazakh</source>
        <translation>哈萨克语</translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation>高棉语</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>朝鲜语</translation>
    </message>
    <message>
        <source>Kyrgyz</source>
        <translation>吉尔吉斯语</translation>
    </message>
    <message>
        <source>Lao</source>
        <translation>老挝语</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>拉丁语</translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation>拉脱维亚语</translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation>立陶宛语</translation>
    </message>
    <message>
        <source>Macedonian</source>
        <translation>马其顿语</translation>
    </message>
    <message>
        <source>Malay</source>
        <translation>马来语</translation>
    </message>
    <message>
        <source>Maltese</source>
        <translation>马耳他语</translation>
    </message>
    <message>
        <source>Mongolian</source>
        <translation>蒙古语</translation>
    </message>
    <message>
        <source>Nepali</source>
        <translation>尼泊尔语</translation>
    </message>
    <message>
        <source>Norwegian Bokmål</source>
        <translation>书面挪威语</translation>
    </message>
    <message>
        <source>Norwegian Nynorsk</source>
        <translation>新挪威语</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>波斯语</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>波兰语</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>葡萄牙语</translation>
    </message>
    <message>
        <source>Punjabi</source>
        <translation>旁遮普语</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>罗马尼亚语</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>俄语</translation>
    </message>
    <message>
        <source>Sanskrit</source>
        <translation>梵语</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>塞尔维亚语</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>斯洛伐克语</translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation>斯洛文尼亚语</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>西班牙语</translation>
    </message>
    <message>
        <source>Swahili</source>
        <translation>斯瓦希里语</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>瑞典语</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>泰米尔语</translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation>泰卢固语</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>泰语</translation>
    </message>
    <message>
        <source>Tibetan</source>
        <translation>藏语</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>土耳其语</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>乌克兰语</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>乌尔都语</translation>
    </message>
    <message>
        <source>Uyghur</source>
        <translation>维吾尔语</translation>
    </message>
    <message>
        <source>Uzbek</source>
        <translation>乌兹别克语</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>越南语</translation>
    </message>
    <message>
        <source>Welsh</source>
        <translation>威尔士语</translation>
    </message>
    <message>
        <source>Yiddish</source>
        <translation>意第绪语</translation>
    </message>
</context>
<context>
    <name>LibraryWindow</name>
    <message>
        <source>Library</source>
        <translation>书库</translation>
    </message>
    <message>
        <source>This book is no longer on the shelf.</source>
        <translation>这本书已不在书架上。</translation>
    </message>
    <message>
        <source>&amp;Books</source>
        <translation>书籍(&amp;B)</translation>
    </message>
    <message>
        <source>In the te&amp;xts</source>
        <translation>全文搜索(&amp;X)</translation>
    </message>
</context>
<context>
    <name>ListenActions</name>
    <message>
        <source>Nothing is selected</source>
        <translation>没有选中文字</translation>
    </message>
    <message>
        <source>No note here</source>
        <translation>这里没有注释</translation>
    </message>
    <message>
        <source>Reads on without stopping</source>
        <translation>连续朗读，不停顿</translation>
    </message>
    <message>
        <source>Stops after every sentence</source>
        <translation>每句后停下</translation>
    </message>
    <message>
        <source>Stops after every paragraph</source>
        <translation>每段后停下</translation>
    </message>
    <message>
        <source>No further that way</source>
        <translation>不能再往前了</translation>
    </message>
    <message>
        <source>Rate {rate:.1f}</source>
        <translation>语速 {rate:.1f}</translation>
    </message>
    <message>
        <source>Volume {volume:.0%}</source>
        <translation>音量 {volume:.0%}</translation>
    </message>
    <message>
        <source>Sleeps at the end of the chapter</source>
        <translation>本章结束后停止朗读</translation>
    </message>
    <message>
        <source>Sleep timer off</source>
        <translation>睡眠定时已关闭</translation>
    </message>
    <message>
        <source>Sleeps in {minutes:g} minutes</source>
        <translation>{minutes:g} 分钟后停止朗读</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>No book is open</source>
        <translation>没有打开的书</translation>
    </message>
    <message>
        <source>{title} — Tingshu</source>
        <translation>{title} — 听书</translation>
    </message>
    <message>
        <source>The book is closed</source>
        <translation>书已关闭</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
</context>
<context>
    <name>MemberFields</name>
    <message>
        <source>Name</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>语速</translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation>音高</translation>
    </message>
    <message>
        <source> semitones</source>
        <translation> 个半音</translation>
    </message>
    <message>
        <source>Found by itself</source>
        <translation>自动选择</translation>
    </message>
    <message>
        <source>Found by itself: {voice}</source>
        <translation>自动选择：{voice}</translation>
    </message>
    <message>
        <source>The narrator&apos;s voice</source>
        <translation>旁白的声音</translation>
    </message>
    <message>
        <source>&amp;Female</source>
        <translation>女(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Male</source>
        <translation>男(&amp;M)</translation>
    </message>
    <message>
        <source>Not &amp;known</source>
        <translation>不明(&amp;K)</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>C&amp;hild</source>
        <translation>儿童(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Young</source>
        <translation>青年(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Adult</source>
        <translation>成年(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Elderly</source>
        <translation>老年(&amp;E)</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名字(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Voice</source>
        <translation>声音(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Rate</source>
        <translation>语速(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Pitch</source>
        <translation>音高(&amp;P)</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>1 audio clip is left out.</source>
        <translation>略去 1 段音频。</translation>
    </message>
    <message>
        <source>1 character could not be decoded and shows as �.</source>
        <translation>1 个字符无法解码，显示为 �。</translation>
    </message>
    <message>
        <source>1 document could not be read and is left out.</source>
        <translation>1 个文档无法读取，已略去。</translation>
    </message>
    <message>
        <source>1 document in the reading order is a picture or another form without text.</source>
        <translation>阅读顺序中有 1 个文档是图片等没有文字的内容。</translation>
    </message>
    <message>
        <source>1 document that belongs to the text is missing from the file.</source>
        <translation>文件中缺少 1 个正文文档。</translation>
    </message>
    <message>
        <source>1 embedded page is left out.</source>
        <translation>略去 1 个嵌入的网页。</translation>
    </message>
    <message>
        <source>1 entry of the contents leads nowhere and is left out.</source>
        <translation>目录中有 1 项没有对应的位置，已略去。</translation>
    </message>
    <message>
        <source>1 entry of the contents leads to a place that does not exist; its document&apos;s start is used.</source>
        <translation>目录中有 1 项指向不存在的位置，改用所在文档的开头。</translation>
    </message>
    <message>
        <source>1 entry of the reading order leads to nothing.</source>
        <translation>阅读顺序中有 1 项没有对应的内容。</translation>
    </message>
    <message>
        <source>1 file lies on the Internet and is not fetched.</source>
        <translation>1 个文件在互联网上，没有获取。</translation>
    </message>
    <message>
        <source>1 file the book lists is missing (a picture, font or style sheet).</source>
        <translation>缺少书中列出的 1 个文件（图片、字体或样式表）。</translation>
    </message>
    <message>
        <source>1 image has no description and is passed over.</source>
        <translation>1 张图片没有说明，已略过。</translation>
    </message>
    <message>
        <source>1 passage is marked as hidden and left out.</source>
        <translation>1 处标为隐藏的文字已略去。</translation>
    </message>
    <message>
        <source>1 passage is marked in a style sheet as not to be read aloud and is left out.</source>
        <translation>1 处文字在样式表中标为不朗读，已略去。</translation>
    </message>
    <message>
        <source>1 pronunciation lexicon of the book could not be read; its words are said as usual.</source>
        <translation>书中有 1 部读音词典无法读取，其中的词按通常的读音朗读。</translation>
    </message>
    <message>
        <source>1 syllable</source>
        <translation>1 个音节</translation>
    </message>
    <message>
        <source>1 video is left out.</source>
        <translation>略去 1 个视频。</translation>
    </message>
    <message>
        <source>&lt;phoneme&gt; without text in it is not said.</source>
        <translation>没有文字的 &lt;phoneme&gt; 不会读出。</translation>
    </message>
    <message>
        <source>&lt;speak&gt; cannot stand inside &lt;speak&gt;.</source>
        <translation>&lt;speak&gt; 里面不能再有 &lt;speak&gt;。</translation>
    </message>
    <message>
        <source>&lt;voice&gt; does not say which voice.</source>
        <translation>&lt;voice&gt; 没有写明用哪个声音。</translation>
    </message>
    <message>
        <source>&lt;{element}&gt; has no attribute {name} in our SSML.</source>
        <translation>这里支持的 SSML 中，&lt;{element}&gt; 没有属性 {name}。</translation>
    </message>
    <message>
        <source>&lt;{element}&gt; has no attribute {name}.</source>
        <translation>&lt;{element}&gt; 缺少属性 {name}。</translation>
    </message>
    <message>
        <source>&lt;{local}&gt; would fetch something, which is never done.</source>
        <translation>&lt;{local}&gt; 会从外部获取内容，这是不允许的。</translation>
    </message>
    <message>
        <source>&lt;{name}&gt; cannot hold text.</source>
        <translation>&lt;{name}&gt; 不能包含文字。</translation>
    </message>
    <message>
        <source>&lt;{name}&gt; cannot stand inside &lt;{holder}&gt;.</source>
        <translation>&lt;{name}&gt; 不能放在 &lt;{holder}&gt; 里。</translation>
    </message>
    <message>
        <source>&lt;{name}&gt; is no element of our SSML.</source>
        <translation>&lt;{name}&gt; 不是这里支持的 SSML 元素。</translation>
    </message>
    <message>
        <source>&lt;{name}&gt; of {namespace} is no element of our SSML.</source>
        <translation>{namespace} 的 &lt;{name}&gt; 不是这里支持的 SSML 元素。</translation>
    </message>
    <message>
        <source>&lt;{name}&gt;, begun in line {line}, column {column}, is not closed here.</source>
        <translation>第 {line} 行第 {column} 列开始的 &lt;{name}&gt; 在此处没有关闭。</translation>
    </message>
    <message>
        <source>A CDATA section is not ended.</source>
        <translation>CDATA 段没有结束。</translation>
    </message>
    <message>
        <source>A backslash stands before something that it gives no meaning.</source>
        <translation>反斜杠后面的字符没有特殊含义。</translation>
    </message>
    <message>
        <source>A break is never longer than {longest_break:g} seconds.</source>
        <translation>停顿最长 {longest_break:g} 秒。</translation>
    </message>
    <message>
        <source>A document type or entity is declared, which is never read.</source>
        <translation>声明了文档类型或实体，这不会读取。</translation>
    </message>
    <message>
        <source>A formant voice for over a hundred languages.</source>
        <translation>共振峰合成声音，支持一百多种语言。</translation>
    </message>
    <message>
        <source>A number is missing.</source>
        <translation>缺少数字。</translation>
    </message>
    <message>
        <source>A pitch in hertz is left out, because that of the voice is not known.</source>
        <translation>以赫兹写的音高已略去，因为不知道这个声音的音高。</translation>
    </message>
    <message>
        <source>A round bracket is closed but not opened.</source>
        <translation>多了一个右圆括号。</translation>
    </message>
    <message>
        <source>A round bracket is opened but not closed.</source>
        <translation>圆括号没有关闭。</translation>
    </message>
    <message>
        <source>A sentence could not be spoken ({error}).</source>
        <translation>有一句无法朗读（{error}）。</translation>
    </message>
    <message>
        <source>A square bracket is opened but not closed.</source>
        <translation>方括号没有关闭。</translation>
    </message>
    <message>
        <source>A tag or a reference is begun but not ended.</source>
        <translation>标签或引用没有结束。</translation>
    </message>
    <message>
        <source>A word has more than {longest:,} characters.</source>
        <translation>有一个词超过 {longest:,} 个字符。</translation>
    </message>
    <message>
        <source>Adapting {pack} to this machine</source>
        <translation>正在为这台电脑调整“{pack}”</translation>
    </message>
    <message>
        <source>An attribute is given twice.</source>
        <translation>有一个属性写了两次。</translation>
    </message>
    <message>
        <source>An end tag ends nothing that begins here.</source>
        <translation>结束标签没有对应的开始标签。</translation>
    </message>
    <message>
        <source>Another program is holding the library.</source>
        <translation>另一个程序正在占用书库。</translation>
    </message>
    <message>
        <source>Connect loudspeakers or headphones, or choose another device: Listen, Sound.</source>
        <translation>请连接扬声器或耳机，或换一个设备：“朗读”菜单的“声音设备”。</translation>
    </message>
    <message>
        <source>Close other programs that use it, or choose another device: Listen, Sound.</source>
        <translation>请关闭占用它的其他程序，或换一个设备：“朗读”菜单的“声音设备”。</translation>
    </message>
    <message>
        <source>Another voice pack is being installed or removed just now.</source>
        <translation>正在安装或移除另一个声音包。</translation>
    </message>
    <message>
        <source>Connect loudspeakers or headphones, or start the system&apos;s sound service (PipeWire or PulseAudio), then press play again.</source>
        <translation>请连接扬声器或耳机，或启动系统的声音服务（PipeWire 或 PulseAudio），再按播放。</translation>
    </message>
    <message>
        <source>The sound device accepts none of our formats.</source>
        <translation>声音设备不接受我们的任何格式。</translation>
    </message>
    <message>
        <source>Choose another device in the system&apos;s sound settings, then press play again.</source>
        <translation>请在系统的声音设置中换一个设备，再按播放。</translation>
    </message>
    <message>
        <source>It is not known from which file this book was read.</source>
        <translation>不知道这本书是从哪个文件读取的。</translation>
    </message>
    <message>
        <source>Open the book and export it again to the same place.</source>
        <translation>打开这本书，再导出到同一位置。</translation>
    </message>
    <message>
        <source>The book is not here any more.</source>
        <translation>书的文件已经不在这里了。</translation>
    </message>
    <message>
        <source>Find it where it is now; or open it and export it again to the same place, where it goes on.</source>
        <translation>指出它现在的位置；或者打开这本书，再导出到同一个位置，就会接着做。</translation>
    </message>
    <message>
        <source>The library could not be opened, so no books can be kept.</source>
        <translation>书库无法打开，因此无法保存书籍。</translation>
    </message>
    <message>
        <source>See what was said when the program began.</source>
        <translation>请查看程序启动时的提示。</translation>
    </message>
    <message>
        <source>Apache-2.0</source>
        <translation>Apache-2.0</translation>
    </message>
    <message>
        <source>Apache-2.0 (weights); Databaker corpus: non-commercial</source>
        <translation>Apache-2.0（权重）；标贝语料库：限非商业用途</translation>
    </message>
    <message>
        <source>Bella (American English, Kokoro)</source>
        <translation>Bella（美式英语，Kokoro）</translation>
    </message>
    <message>
        <source>Books open as before, but the places in them are lost; the old file is kept as {name}.</source>
        <translation>书仍可打开，但其中的阅读位置已丢失；旧文件保留为 {name}。</translation>
    </message>
    <message>
        <source>Change its permissions, or copy it to a folder of your own.</source>
        <translation>请更改权限，或把它复制到自己的文件夹。</translation>
    </message>
    <message>
        <source>Chapters “{text}”</source>
        <translation>章节“{text}”</translation>
    </message>
    <message>
        <source>Character {place}: {fault}</source>
        <translation>第 {place} 个字符：{fault}</translation>
    </message>
    <message>
        <source>Characters that no voice can say are left out: {count} in this sentence, for example “{example}”.</source>
        <translation>任何声音都读不出的字符已略去：这一句有 {count} 个，例如“{example}”。</translation>
    </message>
    <message>
        <source>Check its name and permissions.</source>
        <translation>请检查文件名和权限。</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>请检查权限。</translation>
    </message>
    <message>
        <source>Check that it is connected, then press play to go on.</source>
        <translation>请检查连接，再按播放继续。</translation>
    </message>
    <message>
        <source>Check the disk, or copy the file elsewhere.</source>
        <translation>请检查磁盘，或把文件复制到别处。</translation>
    </message>
    <message>
        <source>Check the file and its folder.</source>
        <translation>请检查文件及其文件夹。</translation>
    </message>
    <message>
        <source>Check the folder and its permissions, or choose another place.</source>
        <translation>请检查文件夹及其权限，或换一个位置。</translation>
    </message>
    <message>
        <source>Check the name, or choose the file again.</source>
        <translation>请检查文件名，或重新选择文件。</translation>
    </message>
    <message>
        <source>Check the network connection and try again, or install from a file: {by_file}</source>
        <translation>请检查网络连接后重试，或用文件安装：{by_file}</translation>
    </message>
    <message>
        <source>Check the permissions of the file and its folder.</source>
        <translation>请检查文件及其文件夹的权限。</translation>
    </message>
    <message>
        <source>Check the permissions of the voices&apos; folder.</source>
        <translation>请检查声音文件夹的权限。</translation>
    </message>
    <message>
        <source>Check the variables HTTPS_PROXY and ALL_PROXY (a SOCKS proxy does not serve), SSL_CERT_FILE and SSL_CERT_DIR, or install from a downloaded file: {by_file}</source>
        <translation>请检查变量 HTTPS_PROXY 和 ALL_PROXY（不支持 SOCKS 代理）、SSL_CERT_FILE 和 SSL_CERT_DIR，或用已下载的文件安装：{by_file}</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Choose a file in the format PLS 1.0.</source>
        <translation>请选择 PLS 1.0 格式的文件。</translation>
    </message>
    <message>
        <source>Choose a file name for the sound.</source>
        <translation>请为声音选择一个文件名。</translation>
    </message>
    <message>
        <source>Choose an EPUB book, a web page or a text file.</source>
        <translation>请选择 EPUB 书、网页或文本文件。</translation>
    </message>
    <message>
        <source>Choose another disk, or export fewer chapters at once.</source>
        <translation>请换一个磁盘，或减少一次导出的章数。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请选择其他文件。</translation>
    </message>
    <message>
        <source>Choose other chapters.</source>
        <translation>请选择其他章节。</translation>
    </message>
    <message>
        <source>Choose the script of one chapter.</source>
        <translation>请选择一章的脚本。</translation>
    </message>
    <message>
        <source>Close &lt;{holder}&gt; before it.</source>
        <translation>请在它之前关闭 &lt;{holder}&gt;。</translation>
    </message>
    <message>
        <source>Close it and try again.</source>
        <translation>请关闭它后重试。</translation>
    </message>
    <message>
        <source>Close other programs first.</source>
        <translation>请先关闭其他程序。</translation>
    </message>
    <message>
        <source>Close other programs, then try again.</source>
        <translation>请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>Close those that have ended.</source>
        <translation>请关闭已结束的元素。</translation>
    </message>
    <message>
        <source>Convert it to EPUB, for instance with calibre, then open that.</source>
        <translation>请用 calibre 等软件转换成 EPUB，再打开。</translation>
    </message>
    <message>
        <source>Convert it to UTF-8 first.</source>
        <translation>请先转换成 UTF-8。</translation>
    </message>
    <message>
        <source>Convert it to UTF-8.</source>
        <translation>请转换成 UTF-8。</translation>
    </message>
    <message>
        <source>Correct it there, or export the lexicon again.</source>
        <translation>请在该处改正，或重新导出词典。</translation>
    </message>
    <message>
        <source>Correct it there.</source>
        <translation>请在该处改正。</translation>
    </message>
    <message>
        <source>Correct it, or choose to match the word as it is written.</source>
        <translation>请改正，或选择按原样匹配。</translation>
    </message>
    <message>
        <source>Delete everything from &lt;!DOCTYPE to the &gt; that closes it.</source>
        <translation>请删除从 &lt;!DOCTYPE 到与之对应的 &gt; 的全部内容。</translation>
    </message>
    <message>
        <source>Delete it, or begin the element.</source>
        <translation>请删除，或补上开始标签。</translation>
    </message>
    <message>
        <source>Delete it, or move it before that tag.</source>
        <translation>请删除，或移到该标签之前。</translation>
    </message>
    <message>
        <source>Delete it.</source>
        <translation>请删除。</translation>
    </message>
    <message>
        <source>Delete it; pronunciations are kept in the list of pronunciations.</source>
        <translation>请删除；读音保存在读音列表中。</translation>
    </message>
    <message>
        <source>Delete it; what is to be said goes into text.</source>
        <translation>请删除；要读的内容请写成文字。</translation>
    </message>
    <message>
        <source>Delete one of the two.</source>
        <translation>请删除其中一个。</translation>
    </message>
    <message>
        <source>Delete the attribute.</source>
        <translation>请删除这个属性。</translation>
    </message>
    <message>
        <source>Delete the character there.</source>
        <translation>请删除该处的字符。</translation>
    </message>
    <message>
        <source>Delete the character there; it cannot be seen.</source>
        <translation>请删除该处的字符；它是看不见的。</translation>
    </message>
    <message>
        <source>Delete the inner one.</source>
        <translation>请删除里面的那个。</translation>
    </message>
    <message>
        <source>Delete the line with &lt;!DOCTYPE; write special characters themselves.</source>
        <translation>请删除 &lt;!DOCTYPE 所在行；特殊字符请直接写出。</translation>
    </message>
    <message>
        <source>Delete the tag or write one of {names}.</source>
        <translation>请删除标签，或写其中之一：{names}。</translation>
    </message>
    <message>
        <source>Delete what begins with &lt;? there.</source>
        <translation>请删除该处以 &lt;? 开头的内容。</translation>
    </message>
    <message>
        <source>Delete what is before it, blanks and empty lines too.</source>
        <translation>请删除它前面的内容，包括空格和空行。</translation>
    </message>
    <message>
        <source>Distilled from Kokoro-82M&apos;s voice “Heart” (Apache-2.0).</source>
        <translation>由 Kokoro-82M 的声音“Heart”（Apache-2.0）精简而成。</translation>
    </message>
    <message>
        <source>Divide it into several documents.</source>
        <translation>请分成几个文档。</translation>
    </message>
    <message>
        <source>Divide it into several files.</source>
        <translation>请分成几个文件。</translation>
    </message>
    <message>
        <source>Download it again with: tingshu voices install mandarin</source>
        <translation>请重新下载：tingshu voices install mandarin</translation>
    </message>
    <message>
        <source>Download or copy it again, or correct it with an XML editor.</source>
        <translation>请重新下载或复制，或用 XML 编辑器改正。</translation>
    </message>
    <message>
        <source>Download or copy it again, then open the new copy.</source>
        <translation>请重新下载或复制，再打开新的文件。</translation>
    </message>
    <message>
        <source>Download or copy it again.</source>
        <translation>请重新下载或复制。</translation>
    </message>
    <message>
        <source>Download or copy the book again, or repair it with an EPUB editor.</source>
        <translation>请重新下载或复制这本书，或用 EPUB 编辑器修复。</translation>
    </message>
    <message>
        <source>Download or copy the book again.</source>
        <translation>请重新下载或复制这本书。</translation>
    </message>
    <message>
        <source>Download the book again; or, if it is the text you want, rename it to end in .html or .txt.</source>
        <translation>请重新下载；如果内容正是你要的，请把扩展名改为 .html 或 .txt。</translation>
    </message>
    <message>
        <source>Downloading {pack}</source>
        <translation>正在下载“{pack}”</translation>
    </message>
    <message>
        <source>Elements are nested more than {depth} deep.</source>
        <translation>元素嵌套超过 {depth} 层。</translation>
    </message>
    <message>
        <source>Elements stand more than {deepest} deep in one another.</source>
        <translation>元素嵌套超过 {deepest} 层。</translation>
    </message>
    <message>
        <source>Emma (British English, Kokoro)</source>
        <translation>Emma（英式英语，Kokoro）</translation>
    </message>
    <message>
        <source>End it with &gt;, or write &amp;lt; for &lt; and &amp;amp; for &amp;.</source>
        <translation>请用 &gt; 结束，或把 &lt; 写成 &amp;lt;，把 &amp; 写成 &amp;amp;。</translation>
    </message>
    <message>
        <source>End it with ]]&gt;.</source>
        <translation>请用 ]]&gt; 结束。</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>Enter the hanzi beside it, or respell the word.</source>
        <translation>请只填汉字部分，或改用其他文字。</translation>
    </message>
    <message>
        <source>Export as PLS instead, or respell the word.</source>
        <translation>请改为导出 PLS，或改用其他文字。</translation>
    </message>
    <message>
        <source>Export it to a file.</source>
        <translation>请导出到文件。</translation>
    </message>
    <message>
        <source>Fenrir (American English, Kokoro)</source>
        <translation>Fenrir（美式英语，Kokoro）</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>请腾出空间后重试。</translation>
    </message>
    <message>
        <source>Free some space or choose another disk; nothing half-written was left behind.</source>
        <translation>请腾出空间或换一个磁盘；没有留下未写完的文件。</translation>
    </message>
    <message>
        <source>Free some space, or choose another disk or fewer chapters.</source>
        <translation>请腾出空间、换一个磁盘或减少章数。</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>请腾出空间，或换一个文件夹。</translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation>请腾出空间。</translation>
    </message>
    <message>
        <source>George (British English, Kokoro)</source>
        <translation>George（英式英语，Kokoro）</translation>
    </message>
    <message>
        <source>Get an edition with text, or run text recognition (OCR) on it first.</source>
        <translation>请换一个有文字的版本，或先做文字识别 (OCR)。</translation>
    </message>
    <message>
        <source>Get an edition with the text itself.</source>
        <translation>请换一个有正文的版本。</translation>
    </message>
    <message>
        <source>Get the book from a source you trust.</source>
        <translation>请从可信的来源获取这本书。</translation>
    </message>
    <message>
        <source>Give each hanzi one syllable; only hanzi can be said by pinyin.</source>
        <translation>请为每个汉字写一个音节；只有汉字可以用拼音。</translation>
    </message>
    <message>
        <source>Give name, gender, age, languages or xml:lang.</source>
        <translation>请写明 name、gender、age、languages 或 xml:lang。</translation>
    </message>
    <message>
        <source>Give the number of the chapter that it is the script of.</source>
        <translation>请指定这个脚本对应的章号。</translation>
    </message>
    <message>
        <source>Give the path of {names}.</source>
        <translation>请给出 {names} 的路径。</translation>
    </message>
    <message>
        <source>Go on at another chapter.</source>
        <translation>请从其他章继续。</translation>
    </message>
    <message>
        <source>Heart (American English)</source>
        <translation>Heart（美式英语）</translation>
    </message>
    <message>
        <source>If it shows text in a browser, save it there as a complete page and open that.</source>
        <translation>如果在浏览器中能看到文字，请在浏览器中保存为完整网页再打开。</translation>
    </message>
    <message>
        <source>Install it (on Debian: apt install libportaudio2) and start the program again.</source>
        <translation>请安装它（在 Debian 上：apt install libportaudio2），再重新启动程序。</translation>
    </message>
    <message>
        <source>Install it again with: pip install --force-reinstall espeakng-loader</source>
        <translation>请重新安装：pip install --force-reinstall espeakng-loader</translation>
    </message>
    <message>
        <source>Install it again with: pip install --force-reinstall hibari-tts</source>
        <translation>请重新安装：pip install --force-reinstall hibari-tts</translation>
    </message>
    <message>
        <source>Install it again with: tingshu voices install kokoro</source>
        <translation>请重新安装：tingshu voices install kokoro</translation>
    </message>
    <message>
        <source>Install the voice again.</source>
        <translation>请重新安装这个声音。</translation>
    </message>
    <message>
        <source>Installed {pack}</source>
        <translation>已安装“{pack}”</translation>
    </message>
    <message>
        <source>It cannot be loaded ({error}).</source>
        <translation>无法加载（{error}）。</translation>
    </message>
    <message>
        <source>It cannot be read on from here ({error}).</source>
        <translation>无法从这里继续朗读（{error}）。</translation>
    </message>
    <message>
        <source>It could not speak “{text}” ({error}).</source>
        <translation>无法朗读“{text}”（{error}）。</translation>
    </message>
    <message>
        <source>It could not speak “{text}”.</source>
        <translation>无法朗读“{text}”。</translation>
    </message>
    <message>
        <source>It does not hold one PaddleSpeech model (*{model} and *{parameters}).</source>
        <translation>其中没有唯一的 PaddleSpeech 模型（*{model} 和 *{parameters}）。</translation>
    </message>
    <message>
        <source>It failed ({error}).</source>
        <translation>失败（{error}）。</translation>
    </message>
    <message>
        <source>It has none; delete it.</source>
        <translation>它没有属性，请删除。</translation>
    </message>
    <message>
        <source>It has the name of an EPUB book, but is a web page or plain text.</source>
        <translation>它的扩展名是 EPUB，内容却是网页或纯文本。</translation>
    </message>
    <message>
        <source>It has {count:,} characters; more than {most:,} are not read.</source>
        <translation>共有 {count:,} 个字符；超过 {most:,} 个不会读取。</translation>
    </message>
    <message>
        <source>It is damaged: its markup cannot be read.</source>
        <translation>文件已损坏：无法读取其标记。</translation>
    </message>
    <message>
        <source>It is for another language ({language}).</source>
        <translation>它用于另一种语言（{language}）。</translation>
    </message>
    <message>
        <source>It is not installed.</source>
        <translation>没有安装。</translation>
    </message>
    <message>
        <source>It is turned off.</source>
        <translation>它已停用。</translation>
    </message>
    <message>
        <source>It needs paddlepaddle.</source>
        <translation>需要 paddlepaddle。</translation>
    </message>
    <message>
        <source>It needs {modules}.</source>
        <translation>需要 {modules}。</translation>
    </message>
    <message>
        <source>It repeats what is repeated already.</source>
        <translation>重复了已经重复的内容。</translation>
    </message>
    <message>
        <source>It was left out.</source>
        <translation>已略过。</translation>
    </message>
    <message>
        <source>Its attributes are {names}.</source>
        <translation>它的属性有 {names}。</translation>
    </message>
    <message>
        <source>Its characters cannot be made out: the encoding is unknown or the file broken.</source>
        <translation>无法识别其中的字符：编码不明或文件已损坏。</translation>
    </message>
    <message>
        <source>Its package document (the list of its chapters) is missing.</source>
        <translation>缺少包文档（章节列表）。</translation>
    </message>
    <message>
        <source>Its package document “{member}” cannot be read.</source>
        <translation>无法读取其中的包文档“{member}”。</translation>
    </message>
    <message>
        <source>Its programs for Paddle cannot be loaded ({error}).</source>
        <translation>无法加载用于 Paddle 的程序（{error}）。</translation>
    </message>
    <message>
        <source>Its programs for Paddle could not be written ({problem}).</source>
        <translation>无法写入用于 Paddle 的程序（{problem}）。</translation>
    </message>
    <message>
        <source>Its programs for the installed Paddle are not made yet.</source>
        <translation>还没有为已安装的 Paddle 生成程序。</translation>
    </message>
    <message>
        <source>Its server cannot be reached ({name}).</source>
        <translation>无法连接服务器（{name}）。</translation>
    </message>
    <message>
        <source>Its vocoder gives {hop} samples a frame, which none of those known does.</source>
        <translation>声码器每帧给出 {hop} 个采样，与已知的都不同。</translation>
    </message>
    <message>
        <source>Its weights cannot be read ({error}).</source>
        <translation>无法读取权重（{error}）。</translation>
    </message>
    <message>
        <source>Kokoro has no such voice.</source>
        <translation>Kokoro 没有这个声音。</translation>
    </message>
    <message>
        <source>Leave it out to download the right one: tingshu voices install {name}</source>
        <translation>不指定文件即可下载正确的文件：tingshu voices install {name}</translation>
    </message>
    <message>
        <source>Let it name at least one letter, for instance with + in place of *.</source>
        <translation>请至少包含一个字符，例如用 + 代替 *。</translation>
    </message>
    <message>
        <source>Let them ignore case.</source>
        <translation>请让它们不区分大小写。</translation>
    </message>
    <message>
        <source>MIT (weights); Databaker corpus: non-commercial</source>
        <translation>MIT（权重）；标贝语料库：限非商业用途</translation>
    </message>
    <message>
        <source>Make it, or choose another place.</source>
        <translation>请新建它，或换一个位置。</translation>
    </message>
    <message>
        <source>Making {pack}</source>
        <translation>正在制作“{pack}”</translation>
    </message>
    <message>
        <source>Mandarin and English, 12 natural voices (Kokoro)</source>
        <translation>普通话和英语，12 种自然声音（Kokoro）</translation>
    </message>
    <message>
        <source>Mandarin and English, female (PaddleSpeech)</source>
        <translation>普通话和英语女声（PaddleSpeech）</translation>
    </message>
    <message>
        <source>Mandarin voice</source>
        <translation>普通话声音</translation>
    </message>
    <message>
        <source>Mandarin, 174 speakers (AISHELL-3)</source>
        <translation>普通话，174 位说话人（AISHELL-3）</translation>
    </message>
    <message>
        <source>Mandarin, female (Databaker)</source>
        <translation>普通话女声（标贝）</translation>
    </message>
    <message>
        <source>Mandarin, female (PaddleSpeech, HiFi-GAN)</source>
        <translation>普通话女声（PaddleSpeech，HiFi-GAN）</translation>
    </message>
    <message>
        <source>Mandarin, female (PaddleSpeech, MB-MelGAN)</source>
        <translation>普通话女声（PaddleSpeech，MB-MelGAN）</translation>
    </message>
    <message>
        <source>Mandarin, male (PaddleSpeech)</source>
        <translation>普通话男声（PaddleSpeech）</translation>
    </message>
    <message>
        <source>Mandarin, speaker {label}</source>
        <translation>普通话，说话人 {label}</translation>
    </message>
    <message>
        <source>Michael (American English, Kokoro)</source>
        <translation>Michael（美式英语，Kokoro）</translation>
    </message>
    <message>
        <source>No installed voice speaks it.</source>
        <translation>没有安装能读这种语言的声音。</translation>
    </message>
    <message>
        <source>No natural voice for {language} is installed, so {voice} reads it. To hear {pack}, run: {command}</source>
        <translation>没有安装自然的{language}声音，因此由“{voice}”朗读。要听“{pack}”，请运行：{command}</translation>
    </message>
    <message>
        <source>Nobody in the cast is called {speaker}; the narrator speaks.</source>
        <translation>角色中没有{speaker}，改由旁白朗读。</translation>
    </message>
    <message>
        <source>None of its sentences is in chapter {number}.</source>
        <translation>它的句子都不在第 {number} 章。</translation>
    </message>
    <message>
        <source>On this machine {slow} is too slow for this speed of reading, so {quick} reads. To hear it, read more slowly or choose it again; an exported book has it at any speed.</source>
        <translation>在这台电脑上，“{slow}”跟不上这个语速，因此由“{quick}”朗读。要听它，请放慢语速或重新选择它；导出的书任何语速都可使用它。</translation>
    </message>
    <message>
        <source>Only &amp;amp; &amp;lt; &amp;gt; &amp;quot; and &amp;apos; are; write the character itself.</source>
        <translation>只能用 &amp;amp; &amp;lt; &amp;gt; &amp;quot; 和 &amp;apos;；请直接写出字符。</translation>
    </message>
    <message>
        <source>Open a book file.</source>
        <translation>请打开书籍文件。</translation>
    </message>
    <message>
        <source>Open it in a media player.</source>
        <translation>请用媒体播放器打开。</translation>
    </message>
    <message>
        <source>Open it in a music player.</source>
        <translation>请用音乐播放器打开。</translation>
    </message>
    <message>
        <source>Open it in a text editor, save it as UTF-8, then open that.</source>
        <translation>请用文本编辑器打开，另存为 UTF-8，再打开。</translation>
    </message>
    <message>
        <source>Open it in the shop&apos;s own reader, or ask the shop or library for a copy without DRM.</source>
        <translation>请用书店自己的阅读器打开，或向书店或图书馆索取无 DRM 的版本。</translation>
    </message>
    <message>
        <source>Open one of the files inside it.</source>
        <translation>请打开其中的文件。</translation>
    </message>
    <message>
        <source>Open the book again.</source>
        <translation>请重新打开这本书。</translation>
    </message>
    <message>
        <source>PLS holds whole words alone.</source>
        <translation>PLS 只能保存整个词。</translation>
    </message>
    <message>
        <source>PLS tells how words are said, not what is skipped or stressed.</source>
        <translation>PLS 只记录读音，不记录不读或强调。</translation>
    </message>
    <message>
        <source>Paddle, which is chosen to run it, is not installed.</source>
        <translation>选择用 Paddle 运行，但没有安装 Paddle。</translation>
    </message>
    <message>
        <source>PaddleSpeech voice</source>
        <translation>PaddleSpeech 声音</translation>
    </message>
    <message>
        <source>Phonemes in {alphabet} are not known; the text is read.</source>
        <translation>不认识 {alphabet} 音标，改读原文。</translation>
    </message>
    <message>
        <source>Pinyin says hanzi alone; “{lost}” would not be said.</source>
        <translation>拼音只能表示汉字；“{lost}”会读不出来。</translation>
    </message>
    <message>
        <source>Places and notes are shown, but nothing new is kept. Check the permissions.</source>
        <translation>阅读位置和笔记仍会显示，但不会保存新的内容。请检查权限。</translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Please report this with the output of: tingshu doctor</source>
        <translation>请反馈这个问题，并附上 tingshu doctor 的输出。</translation>
    </message>
    <message>
        <source>Please report this, with the name of the voice pack.</source>
        <translation>请反馈这个问题，并注明声音包的名称。</translation>
    </message>
    <message>
        <source>Please report this: the published files have changed.</source>
        <translation>请反馈这个问题：发布的文件已变化。</translation>
    </message>
    <message>
        <source>Press play to go on.</source>
        <translation>请按播放继续。</translation>
    </message>
    <message>
        <source>Put &lt;speak version=&quot;1.1&quot; xmlns=&quot;{ssml}&quot; xml:lang=&quot;en&quot;&gt; around everything.</source>
        <translation>请把全部内容放在 &lt;speak version=&quot;1.1&quot; xmlns=&quot;{ssml}&quot; xml:lang=&quot;en&quot;&gt; 里。</translation>
    </message>
    <message>
        <source>Put &lt;speak&gt; and &lt;/speak&gt; around everything.</source>
        <translation>请在全部内容前后加上 &lt;speak&gt; 和 &lt;/speak&gt;。</translation>
    </message>
    <message>
        <source>Put &lt;speak&gt; and &lt;/speak&gt; around the text.</source>
        <translation>请在文字前后加上 &lt;speak&gt; 和 &lt;/speak&gt;。</translation>
    </message>
    <message>
        <source>Reading it ended the program that reads books.</source>
        <translation>读取它时，读书程序意外结束。</translation>
    </message>
    <message>
        <source>Reading stopped ({error}).</source>
        <translation>朗读已停止（{error}）。</translation>
    </message>
    <message>
        <source>Repeat fewer things inside what is repeated itself.</source>
        <translation>请减少重复里面的重复。</translation>
    </message>
    <message>
        <source>Run text recognition (OCR) on it first.</source>
        <translation>请先做文字识别 (OCR)。</translation>
    </message>
    <message>
        <source>Run: pip install &quot;tingshu[paddle]&quot;</source>
        <translation>请运行：pip install &quot;tingshu[paddle]&quot;</translation>
    </message>
    <message>
        <source>Run: pip install &quot;tingshu[paddle]&quot;, or: tingshu voices runtime auto</source>
        <translation>请运行：pip install &quot;tingshu[paddle]&quot;，或：tingshu voices runtime auto</translation>
    </message>
    <message>
        <source>Run: pip install --force-reinstall pyworld-prebuilt</source>
        <translation>请运行：pip install --force-reinstall pyworld-prebuilt</translation>
    </message>
    <message>
        <source>Run: tingshu doctor, to see what is missing.</source>
        <translation>请运行 tingshu doctor，查看缺少什么。</translation>
    </message>
    <message>
        <source>Run: tingshu voices</source>
        <translation>请运行：tingshu voices</translation>
    </message>
    <message>
        <source>Run: tingshu voices install kokoro</source>
        <translation>请运行：tingshu voices install kokoro</translation>
    </message>
    <message>
        <source>Run: tingshu voices install mandarin</source>
        <translation>请运行：tingshu voices install mandarin</translation>
    </message>
    <message>
        <source>Run: tingshu voices install {name}</source>
        <translation>请运行：tingshu voices install {name}</translation>
    </message>
    <message>
        <source>Run: tingshu voices install {pack}</source>
        <translation>请运行：tingshu voices install {pack}</translation>
    </message>
    <message>
        <source>Run: tingshu voices test kokoro</source>
        <translation>请运行：tingshu voices test kokoro</translation>
    </message>
    <message>
        <source>Run: tingshu voices test mandarin</source>
        <translation>请运行：tingshu voices test mandarin</translation>
    </message>
    <message>
        <source>Run: tingshu voices test {name}</source>
        <translation>请运行：tingshu voices test {name}</translation>
    </message>
    <message>
        <source>Run: tingshu voices update mandarin</source>
        <translation>请运行：tingshu voices update mandarin</translation>
    </message>
    <message>
        <source>Run: {command}</source>
        <translation>请运行：{command}</translation>
    </message>
    <message>
        <source>Run: {remedy}</source>
        <translation>请运行：{remedy}</translation>
    </message>
    <message>
        <source>Save it as HTML, then open that.</source>
        <translation>请另存为 HTML，再打开。</translation>
    </message>
    <message>
        <source>Save it as UTF-8 in the editor that it comes from.</source>
        <translation>请在原来的编辑器中另存为 UTF-8。</translation>
    </message>
    <message>
        <source>Save it as plain text or HTML, then open that.</source>
        <translation>请另存为纯文本或 HTML，再打开。</translation>
    </message>
    <message>
        <source>Save it as plain text, HTML or EPUB in the program that made it, then open that.</source>
        <translation>请在制作它的程序中另存为纯文本、HTML 或 EPUB，再打开。</translation>
    </message>
    <message>
        <source>Save it as plain text, HTML or EPUB, then open that.</source>
        <translation>请另存为纯文本、HTML 或 EPUB，再打开。</translation>
    </message>
    <message>
        <source>Say what stands between them, or what each may be: \d+-\d+ in place of \d+.*\d+</source>
        <translation>请写明它们之间是什么，或各自可以是什么：用 \d+-\d+ 代替 \d+.*\d+</translation>
    </message>
    <message>
        <source>Shorten it, or use a pattern.</source>
        <translation>请缩短，或使用模式。</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>请缩短。</translation>
    </message>
    <message>
        <source>Something in it could not be understood.</source>
        <translation>其中有无法识别的内容。</translation>
    </message>
    <message>
        <source>Something stands before &lt;?xml.</source>
        <translation>&lt;?xml 前面有内容。</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Speaking takes nearly as long as listening: best for export, and for reading aloud on a fast machine.</source>
        <translation>合成耗时与聆听相近：最适合导出，或在较快的电脑上朗读。</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>语音</translation>
    </message>
    <message>
        <source>Split it into smaller files.</source>
        <translation>请拆分成较小的文件。</translation>
    </message>
    <message>
        <source>Start Tingshu again: it keeps the damaged file and restores its last copy.</source>
        <translation>请重新启动听书：它会保留损坏的文件，并恢复最近的副本。</translation>
    </message>
    <message>
        <source>The English voice</source>
        <translation>英语声音</translation>
    </message>
    <message>
        <source>The archive holds more than any voice needs.</source>
        <translation>压缩包的内容超过声音所需。</translation>
    </message>
    <message>
        <source>The archive holds {name!r}, which may lead out of its folder.</source>
        <translation>压缩包含有 {name!r}，可能会写到文件夹之外。</translation>
    </message>
    <message>
        <source>The archive is damaged.</source>
        <translation>压缩包已损坏。</translation>
    </message>
    <message>
        <source>The attribute {name} of {namespace} is not ours.</source>
        <translation>不支持 {namespace} 的属性 {name}。</translation>
    </message>
    <message>
        <source>The book</source>
        <translation>本书</translation>
    </message>
    <message>
        <source>The book has the chapters 1 to {count}.</source>
        <translation>这本书有第 1 到第 {count} 章。</translation>
    </message>
    <message>
        <source>The book is not in the library.</source>
        <translation>这本书不在书库中。</translation>
    </message>
    <message>
        <source>The change of the voice</source>
        <translation>变声</translation>
    </message>
    <message>
        <source>The character U+{code:04X} is not allowed.</source>
        <translation>不允许使用字符 U+{code:04X}。</translation>
    </message>
    <message>
        <source>The chosen chapters hold no text that can be spoken.</source>
        <translation>所选章节没有可朗读的文字。</translation>
    </message>
    <message>
        <source>The disk does not take files this large.</source>
        <translation>这个磁盘不支持这么大的文件。</translation>
    </message>
    <message>
        <source>The disk is full, so the export stopped.</source>
        <translation>磁盘已满，导出已停止。</translation>
    </message>
    <message>
        <source>The disk is full, the library cannot be saved.</source>
        <translation>磁盘已满，书库无法保存。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>The document begins with &lt;{name}&gt;.</source>
        <translation>文档以 &lt;{name}&gt; 开头。</translation>
    </message>
    <message>
        <source>The document holds no element.</source>
        <translation>文档中没有元素。</translation>
    </message>
    <message>
        <source>The download broke off: the network failed ({name}).</source>
        <translation>下载中断：网络出错（{name}）。</translation>
    </message>
    <message>
        <source>The download is not the file that was expected (its {hash} differs).</source>
        <translation>下载的不是预期的文件（{hash} 不符）。</translation>
    </message>
    <message>
        <source>The encoding that the file names cannot be read.</source>
        <translation>无法读取文件所声明的编码。</translation>
    </message>
    <message>
        <source>The expression cannot be understood ({fault}).</source>
        <translation>无法理解这个表达式（{fault}）。</translation>
    </message>
    <message>
        <source>The file cannot be read ({reason}).</source>
        <translation>文件无法读取（{reason}）。</translation>
    </message>
    <message>
        <source>The file cannot be read ({strerror}).</source>
        <translation>文件无法读取（{strerror}）。</translation>
    </message>
    <message>
        <source>The file cannot be read: {reason}.</source>
        <translation>文件无法读取：{reason}。</translation>
    </message>
    <message>
        <source>The file cannot be written ({strerror}).</source>
        <translation>文件无法写入（{strerror}）。</translation>
    </message>
    <message>
        <source>The file declares a document type, which a lexicon does not need and which is not safe to read.</source>
        <translation>文件声明了文档类型；词典不需要它，读取也不安全。</translation>
    </message>
    <message>
        <source>The file has {megabytes:,} MB, more than a book can have.</source>
        <translation>文件有 {megabytes:,} MB，超过一本书应有的大小。</translation>
    </message>
    <message>
        <source>The file holds a processing instruction ({target}).</source>
        <translation>文件含有处理指令（{target}）。</translation>
    </message>
    <message>
        <source>The file holds another edition of the book now.</source>
        <translation>文件现在是这本书的另一个版本。</translation>
    </message>
    <message>
        <source>The file holds more than {most_patterns} patterns, or words whose case matters.</source>
        <translation>文件中的模式或区分大小写的词超过 {most_patterns} 个。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>The file is incomplete or damaged: a part of it is missing.</source>
        <translation>文件不完整或已损坏：缺少一部分。</translation>
    </message>
    <message>
        <source>The file is larger than {megabytes} megabytes.</source>
        <translation>文件大于 {megabytes} MB。</translation>
    </message>
    <message>
        <source>The file is locked with a password.</source>
        <translation>文件有密码保护。</translation>
    </message>
    <message>
        <source>The file is not safe to open: {reason}.</source>
        <translation>打开这个文件不安全：{reason}。</translation>
    </message>
    <message>
        <source>The file {file} is damaged.</source>
        <translation>文件 {file} 已损坏。</translation>
    </message>
    <message>
        <source>The file {file} is missing.</source>
        <translation>缺少文件 {file}。</translation>
    </message>
    <message>
        <source>The file {name} is missing or damaged.</source>
        <translation>文件 {name} 缺失或已损坏。</translation>
    </message>
    <message>
        <source>The file {name} is missing.</source>
        <translation>缺少文件 {name}。</translation>
    </message>
    <message>
        <source>The file {name} or its weights cannot be loaded.</source>
        <translation>无法加载文件 {name} 或其权重。</translation>
    </message>
    <message>
        <source>The folder cannot be read ({reason}).</source>
        <translation>文件夹无法读取（{reason}）。</translation>
    </message>
    <message>
        <source>The lexeme does not tell how it is said.</source>
        <translation>词条没有写明读音。</translation>
    </message>
    <message>
        <source>The lexeme names no word (grapheme).</source>
        <translation>词条没有写明词 (grapheme)。</translation>
    </message>
    <message>
        <source>The lexicon is larger than {megabytes} MB.</source>
        <translation>词典大于 {megabytes} MB。</translation>
    </message>
    <message>
        <source>The library can only be read: the file or its folder may not be written.</source>
        <translation>书库只能读取：没有写入文件或文件夹的权限。</translation>
    </message>
    <message>
        <source>The library cannot be read or written ({said}).</source>
        <translation>书库无法读写（{said}）。</translation>
    </message>
    <message>
        <source>The library file cannot be opened for writing.</source>
        <translation>书库文件无法以写入方式打开。</translation>
    </message>
    <message>
        <source>The library file is damaged.</source>
        <translation>书库文件已损坏。</translation>
    </message>
    <message>
        <source>The library file was damaged, so a new one was begun.</source>
        <translation>书库文件已损坏，因此新建了一个。</translation>
    </message>
    <message>
        <source>The library file was damaged, so its copy of {date} was restored.</source>
        <translation>书库文件已损坏，已恢复到 {date} 的副本。</translation>
    </message>
    <message>
        <source>The library was written by a newer version of Tingshu.</source>
        <translation>书库由更新版本的听书写入。</translation>
    </message>
    <message>
        <source>The line has not the five fields of a rule.</source>
        <translation>这一行没有规则所需的五栏。</translation>
    </message>
    <message>
        <source>The manifest of {pack} is damaged.</source>
        <translation>“{pack}”的清单已损坏。</translation>
    </message>
    <message>
        <source>The markup of 1 document is broken; text may be missing behind the place.</source>
        <translation>1 个文档的标记已损坏，损坏处之后可能缺少文字。</translation>
    </message>
    <message>
        <source>The markup of {n} documents is broken; text may be missing behind the places.</source>
        <translation>{n} 个文档的标记已损坏，损坏处之后可能缺少文字。</translation>
    </message>
    <message>
        <source>The models do not speak on this machine. {reason}</source>
        <translation>模型在这台电脑上无法使用。{reason}</translation>
    </message>
    <message>
        <source>The number is too large.</source>
        <translation>数太大。</translation>
    </message>
    <message>
        <source>The package does not hold the file {member}.</source>
        <translation>软件包中没有文件 {member}。</translation>
    </message>
    <message>
        <source>The package index does not list the voice&apos;s file {file}.</source>
        <translation>软件包索引中没有声音文件 {file}。</translation>
    </message>
    <message>
        <source>The packs are: {names}.</source>
        <translation>声音包有：{names}。</translation>
    </message>
    <message>
        <source>The parts do not make up the published model.</source>
        <translation>各部分合起来不是发布的模型。</translation>
    </message>
    <message>
        <source>The pattern fits even where there are no letters.</source>
        <translation>这个模式在没有字符的地方也能匹配。</translation>
    </message>
    <message>
        <source>The pattern is not a regular expression: {said} at character {place}.</source>
        <translation>这个模式不是正则表达式：{said}，在第 {place} 个字符处。</translation>
    </message>
    <message>
        <source>The pattern is not a regular expression: {said}.</source>
        <translation>这个模式不是正则表达式：{said}。</translation>
    </message>
    <message>
        <source>The pattern repeats several things that may fit the same letters; finding where it fits could take minutes.</source>
        <translation>这个模式重复了几个可能匹配相同字符的部分，匹配可能要花几分钟。</translation>
    </message>
    <message>
        <source>The pattern repeats something that itself repeats or chooses; finding where it fits could take for ever.</source>
        <translation>这个模式重复了本身含有重复或选择的部分，匹配可能永远无法完成。</translation>
    </message>
    <message>
        <source>The prefix before the colon is not declared.</source>
        <translation>冒号前的前缀没有声明。</translation>
    </message>
    <message>
        <source>The program that reads books ended before it read any.</source>
        <translation>读书程序还没有读取就结束了。</translation>
    </message>
    <message>
        <source>The program {model} could not be {refused} ({problem}).</source>
        <translation>程序 {model} 无法{refused}（{problem}）。</translation>
    </message>
    <message>
        <source>The range of characters ends before it begins.</source>
        <translation>字符范围前后颠倒。</translation>
    </message>
    <message>
        <source>The range {part} runs backwards.</source>
        <translation>范围 {part} 前后颠倒。</translation>
    </message>
    <message>
        <source>The script cannot be kept.</source>
        <translation>脚本无法保存。</translation>
    </message>
    <message>
        <source>The sentence could not be spoken ({error}).</source>
        <translation>这一句无法朗读（{error}）。</translation>
    </message>
    <message>
        <source>The settings for proxy or certificates cannot be used ({name}).</source>
        <translation>代理或证书的设置无法使用（{name}）。</translation>
    </message>
    <message>
        <source>The smaller number must come first.</source>
        <translation>较小的数必须在前。</translation>
    </message>
    <message>
        <source>The sound device cannot be opened ({refusal}).</source>
        <translation>声音设备无法打开（{refusal}）。</translation>
    </message>
    <message>
        <source>The sound device has gone or no longer takes sound.</source>
        <translation>声音设备已断开，或不再接收声音。</translation>
    </message>
    <message>
        <source>The sound device no longer plays anything.</source>
        <translation>声音设备不再播放。</translation>
    </message>
    <message>
        <source>The sound library PortAudio is not installed.</source>
        <translation>没有安装声音库 PortAudio。</translation>
    </message>
    <message>
        <source>While it is made, the export needs at least {needed:,.0f} MB, but only {free:,.0f} MB are free.</source>
        <translation>导出过程中至少需要 {needed:,.0f} MB，但只剩 {free:,.0f} MB。</translation>
    </message>
    <message>
        <source>The styles are {names}.</source>
        <translation>可用的风格有 {names}。</translation>
    </message>
    <message>
        <source>The text is encrypted (DRM), so it cannot be read aloud here.</source>
        <translation>正文已加密 (DRM)，无法在此朗读。</translation>
    </message>
    <message>
        <source>The text is encrypted by {lock} (DRM), so it cannot be read aloud here.</source>
        <translation>正文已用 {lock} 加密 (DRM)，无法在此朗读。</translation>
    </message>
    <message>
        <source>The text is not UTF-8 (byte {start}).</source>
        <translation>文本不是 UTF-8（第 {start} 字节）。</translation>
    </message>
    <message>
        <source>The voice speaks without Paddle too.</source>
        <translation>没有 Paddle 也能使用这个声音。</translation>
    </message>
    <message>
        <source>The voice was made but does not give speech on this machine.</source>
        <translation>声音已制作，但在这台电脑上发不出语音。</translation>
    </message>
    <message>
        <source>The voices are: {others}.</source>
        <translation>可用的声音有：{others}。</translation>
    </message>
    <message>
        <source>The word has {count:,} characters; {longest_word} are the most.</source>
        <translation>这个词有 {count:,} 个字符，最多 {longest_word} 个。</translation>
    </message>
    <message>
        <source>The word is empty.</source>
        <translation>词是空的。</translation>
    </message>
    <message>
        <source>The {name} engine</source>
        <translation>{name} 引擎</translation>
    </message>
    <message>
        <source>There are more than {elements:,} elements.</source>
        <translation>元素超过 {elements:,} 个。</translation>
    </message>
    <message>
        <source>There is a processing instruction, which is never obeyed.</source>
        <translation>有处理指令，这不会执行。</translation>
    </message>
    <message>
        <source>There is half of a character (a lone surrogate) in the script.</source>
        <translation>脚本中有半个字符（单独的代理项）。</translation>
    </message>
    <message>
        <source>There is half of a character (a lone surrogate).</source>
        <translation>有半个字符（单独的代理项）。</translation>
    </message>
    <message>
        <source>There is half of a character in it, which no text can hold.</source>
        <translation>其中有半个字符，任何文本都不能包含。</translation>
    </message>
    <message>
        <source>There is no chapter {number}.</source>
        <translation>没有第 {number} 章。</translation>
    </message>
    <message>
        <source>There is no class of characters of that name.</source>
        <translation>没有这个名称的字符类。</translation>
    </message>
    <message>
        <source>There is no device to play sound on.</source>
        <translation>没有可播放声音的设备。</translation>
    </message>
    <message>
        <source>There is no group of that name or number.</source>
        <translation>没有这个名称或编号的组。</translation>
    </message>
    <message>
        <source>There is no sound in what is to be said.</source>
        <translation>读法中没有音。</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>没有这个文件。</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>没有这个文件夹。</translation>
    </message>
    <message>
        <source>There is no syllable.</source>
        <translation>没有音节。</translation>
    </message>
    <message>
        <source>There is no text in this book; perhaps its pages are pictures.</source>
        <translation>这本书没有文字，各页可能都是图片。</translation>
    </message>
    <message>
        <source>There is no text in this document, only what describes it.</source>
        <translation>这个文档没有正文，只有描述信息。</translation>
    </message>
    <message>
        <source>There is no text in this file.</source>
        <translation>这个文件没有文字。</translation>
    </message>
    <message>
        <source>There is no text in this page.</source>
        <translation>这个网页没有文字。</translation>
    </message>
    <message>
        <source>There is no text to read but the list of contents.</source>
        <translation>除目录外没有可读的文字。</translation>
    </message>
    <message>
        <source>There is no text to read; only titles can be read.</source>
        <translation>没有可读的正文，只能读标题。</translation>
    </message>
    <message>
        <source>{count} books have this title.</source>
        <translation>有 {count} 本书使用这个书名。</translation>
    </message>
    <message>
        <source>Name the file or the identifier; tingshu library list --json has both.</source>
        <translation>请指定文件或标识符；tingshu library list --json 会列出两者。</translation>
    </message>
    <message>
        <source>There is no such book on the shelf.</source>
        <translation>书架上没有这本书。</translation>
    </message>
    <message>
        <source>tingshu library list shows the books.</source>
        <translation>tingshu library list 会列出书籍。</translation>
    </message>
    <message>
        <source>There is nothing to write; no file is written or replaced.</source>
        <translation>没有可写的内容；没有写入或替换任何文件。</translation>
    </message>
    <message>
        <source>Read on or set a bookmark first.</source>
        <translation>请先阅读或添加书签。</translation>
    </message>
    <message>
        <source>The file cannot be written ({said}).</source>
        <translation>文件无法写入（{said}）。</translation>
    </message>
    <message>
        <source>Check the folder and the free space.</source>
        <translation>请检查文件夹和剩余空间。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Cover and title page</source>
        <translation>封面和扉页</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Copyright and licence</source>
        <translation>版权和许可</translation>
    </message>
    <message>
        <source>Dedication</source>
        <translation>献词</translation>
    </message>
    <message>
        <source>Acknowledgements</source>
        <translation>致谢</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>Bibliography</source>
        <translation>参考文献</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>About the author</source>
        <translation>关于作者</translation>
    </message>
    <message>
        <source>Advertising</source>
        <translation>广告</translation>
    </message>
    <message>
        <source>The cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>The connection to it was lost.</source>
        <translation>与它的连接断开了。</translation>
    </message>
    <message>
        <source>See that its scheduler runs, then export again: it goes on.</source>
        <translation>确认它的调度程序在运行，然后再次导出，会接着进行。</translation>
    </message>
    <message>
        <source>Several workers ended at the same sentences.</source>
        <translation>好几个工作进程都在同样的句子上结束了。</translation>
    </message>
    <message>
        <source>See that they have enough memory, then export again: it goes on.</source>
        <translation>确认它们有足够的内存，然后再次导出，会接着进行。</translation>
    </message>
    <message>
        <source>A worker failed ({error}).</source>
        <translation>一个工作进程出错 ({error})。</translation>
    </message>
    <message>
        <source>{subject}, worker {worker} on {machine}</source>
        <translation>{subject}，{machine} 上的工作进程 {worker}</translation>
    </message>
    <message>
        <source>What speaks to Dask clusters is not installed.</source>
        <translation>没有安装连接 Dask 集群所需的组件。</translation>
    </message>
    <message>
        <source>Run: pip install &quot;tingshu[cluster]&quot;</source>
        <translation>运行：pip install &quot;tingshu[cluster]&quot;</translation>
    </message>
    <message>
        <source>There is no Dask scheduler that answers at this address.</source>
        <translation>这个地址没有 Dask 调度程序应答。</translation>
    </message>
    <message>
        <source>Start one with “dask scheduler”, which tells its address.</source>
        <translation>用“dask scheduler”启动一个，它会显示自己的地址。</translation>
    </message>
    <message>
        <source>The cluster has no workers.</source>
        <translation>集群没有工作进程。</translation>
    </message>
    <message>
        <source>Start some with: dask worker {address}</source>
        <translation>这样启动几个：dask worker {address}</translation>
    </message>
    <message>
        <source>It has version {version} of Tingshu.</source>
        <translation>那里的听书是 {version} 版。</translation>
    </message>
    <message>
        <source>Tingshu cannot be found there ({error}).</source>
        <translation>那里找不到听书 ({error})。</translation>
    </message>
    <message>
        <source>The worker {worker}</source>
        <translation>工作进程 {worker}</translation>
    </message>
    <message>
        <source>Install version {version} there.</source>
        <translation>在那里安装 {version} 版。</translation>
    </message>
    <message>
        <source>There is nothing in it that can be read aloud.</source>
        <translation>其中没有可以朗读的内容。</translation>
    </message>
    <message>
        <source>A talking book is a folder, but this is a file.</source>
        <translation>DAISY 有声书是一个文件夹，但这是一个文件。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>换一个名称。</translation>
    </message>
    <message>
        <source>There is something else in this folder already.</source>
        <translation>这个文件夹里已经有别的东西。</translation>
    </message>
    <message>
        <source>Choose an empty folder, or the name of a new one.</source>
        <translation>选择一个空文件夹，或写一个新文件夹的名称。</translation>
    </message>
    <message>
        <source>The disk does not take this name.</source>
        <translation>磁盘不接受这个名称。</translation>
    </message>
    <message>
        <source>Choose a shorter and simpler name.</source>
        <translation>换一个更短、更简单的名称。</translation>
    </message>
    <message>
        <source>The folder is not there any more.</source>
        <translation>文件夹已不在那里。</translation>
    </message>
    <message>
        <source>See that the folder and its disk are there, or choose another place.</source>
        <translation>确认文件夹和它的磁盘都在，或换一个位置。</translation>
    </message>
    <message>
        <source>Nothing may be written here.</source>
        <translation>这里不允许写入。</translation>
    </message>
    <message>
        <source>Allow writing to the folder, or choose another place.</source>
        <translation>允许写入这个文件夹，或换一个位置。</translation>
    </message>
    <message>
        <source>There was nothing to go on with here, so it began anew.</source>
        <translation>这里没有可以继续的内容，因此重新开始。</translation>
    </message>
    <message>
        <source>“{title}” has changed since, so it is made again.</source>
        <translation>“{title}”后来有变化，因此重新制作。</translation>
    </message>
    <message>
        <source>What is whole is kept, up to “{file}”; go on with the export for the rest.</source>
        <translation>已完成的部分保留到“{file}”；继续导出可完成其余部分。</translation>
    </message>
    <message>
        <source>Its workers have gone, and no other one came.</source>
        <translation>它的工作进程都不在了，也没有新的加入。</translation>
    </message>
    <message>
        <source>This is the book itself.</source>
        <translation>这就是这本书本身。</translation>
    </message>
    <message>
        <source>What has been spoken is kept; go on with the export for the rest.</source>
        <translation>已朗读的部分会保留；继续导出可完成其余部分。</translation>
    </message>
    <message>
        <source>{remedy} {kept}</source>
        <translation>{remedy}{kept}</translation>
    </message>
    <message>
        <source>The unfinished export here is of another book, “{title}”.</source>
        <translation>这里未完成的导出是另一本书《{title}》的。</translation>
    </message>
    <message>
        <source>The book has changed since the export was begun.</source>
        <translation>导出开始后，这本书有了变化。</translation>
    </message>
    <message>
        <source>Start anew instead of going on, or choose another place.</source>
        <translation>不要继续，重新开始，或换一个位置。</translation>
    </message>
    <message>
        <source>The unfinished export here was begun with other choices: {choices}.</source>
        <translation>这里未完成的导出开始时的选择不同：{choices}。</translation>
    </message>
    <message>
        <source>Choose the same again, or start anew instead of going on.</source>
        <translation>选择相同的设置，或不要继续，重新开始。</translation>
    </message>
    <message>
        <source>the format {format}</source>
        <translation>格式为 {format}</translation>
    </message>
    <message>
        <source>other chapters</source>
        <translation>章节不同</translation>
    </message>
    <message>
        <source>no change of the loudness</source>
        <translation>不改变响度</translation>
    </message>
    <message>
        <source>a loudness of {loudness} LUFS</source>
        <translation>响度为 {loudness} LUFS</translation>
    </message>
    <message>
        <source>captions as {formats}</source>
        <translation>字幕为 {formats}</translation>
    </message>
    <message>
        <source>no captions</source>
        <translation>无字幕</translation>
    </message>
    <message>
        <source>announcements</source>
        <translation>有报幕</translation>
    </message>
    <message>
        <source>no announcements</source>
        <translation>无报幕</translation>
    </message>
    <message>
        <source>the whole length</source>
        <translation>全长</translation>
    </message>
    <message>
        <source>the first {seconds} seconds only</source>
        <translation>仅前 {seconds} 秒</translation>
    </message>
    <message>
        <source>other silences</source>
        <translation>停顿不同</translation>
    </message>
    <message>
        <source>The program that speaks</source>
        <translation>朗读程序</translation>
    </message>
    <message>
        <source>It ended {times} times at the same sentences.</source>
        <translation>它在同样的句子上结束了 {times} 次。</translation>
    </message>
    <message>
        <source>Close other programs to free memory, then export again: it goes on where it stopped.</source>
        <translation>关闭其他程序以腾出内存，然后再次导出，会从停止处接着进行。</translation>
    </message>
    <message>
        <source>Another export is writing this already.</source>
        <translation>另一项导出已经在写这里。</translation>
    </message>
    <message>
        <source>Wait until it has ended, or choose another place.</source>
        <translation>等它结束，或换一个位置。</translation>
    </message>
    <message>
        <source>This is a file, but the export makes a folder of files.</source>
        <translation>这是一个文件，但这项导出要做成一个文件夹。</translation>
    </message>
    <message>
        <source>Choose another name, or one that ends like a file of the format.</source>
        <translation>换一个名称，或用该格式的扩展名。</translation>
    </message>
    <message>
        <source>A worker is there again.</source>
        <translation>又有工作进程了。</translation>
    </message>
    <message>
        <source>No worker of the cluster is there; waiting for one.</source>
        <translation>集群里没有工作进程，正在等待。</translation>
    </message>
    <message>
        <source>A loudness of {target:.0f} LUFS cannot be reached without distortion; it is {reached:.1f} LUFS.</source>
        <translation>响度不失真达不到 {target:.0f} LUFS，现为 {reached:.1f} LUFS。</translation>
    </message>
    <message>
        <source>The cover of the book is damaged or of an unknown kind, so it was left out.</source>
        <translation>书的封面已损坏或类型未知，因此略去。</translation>
    </message>
    <message>
        <source>{count} pictures are left out; their descriptions are in the text.</source>
        <translation>略去了 {count} 张图片，文字中有它们的描述。</translation>
    </message>
    <message>
        <source>One picture is left out; its description is in the text.</source>
        <translation>略去了 1 张图片，文字中有它的描述。</translation>
    </message>
    <message>
        <source>Those who speak it have gone.</source>
        <translation>朗读的进程已经不在了。</translation>
    </message>
    <message>
        <source>Export again: it goes on where it stopped.</source>
        <translation>再次导出，会从停止处接着进行。</translation>
    </message>
    <message>
        <source>{title}: {subject}</source>
        <translation>{title}：{subject}</translation>
    </message>
    <message>
        <source>It could not be spoken ({error}).</source>
        <translation>无法朗读 ({error})。</translation>
    </message>
    <message>
        <source>Leave this chapter out, or have it read in another voice.</source>
        <translation>略去这一章，或换一个声音朗读。</translation>
    </message>
    <message>
        <source>One file in the folder is not of this export: “{name}”.</source>
        <translation>文件夹里有一个文件不是这次导出的：“{name}”。</translation>
    </message>
    <message>
        <source>{count} files in the folder are not of this export, such as “{name}”.</source>
        <translation>文件夹里有 {count} 个文件不是这次导出的，例如“{name}”。</translation>
    </message>
    <message>
        <source>This is a file, so there can be nothing in it.</source>
        <translation>这是一个文件，里面不能放别的文件。</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>请选择别的位置。</translation>
    </message>
    <message>
        <source>What was spoken has gone from the cache or is damaged.</source>
        <translation>已朗读的声音从缓存中消失或已损坏。</translation>
    </message>
    <message>
        <source>Export again: what is left is not spoken anew.</source>
        <translation>再次导出，留下的部分不会重新朗读。</translation>
    </message>
    <message>
        <source>The disk is almost full, so the export stopped.</source>
        <translation>磁盘快满了，因此导出停止。</translation>
    </message>
    <message>
        <source>Where the export is spoken there is another version of this voice.</source>
        <translation>朗读的机器上，这个声音是另一个版本。</translation>
    </message>
    <message>
        <source>Install the same version of Tingshu and of the voice there.</source>
        <translation>在那里安装相同版本的听书和声音。</translation>
    </message>
    <message>
        <source>The voice is not installed where the export is spoken.</source>
        <translation>朗读的机器上没有安装这个声音。</translation>
    </message>
    <message>
        <source>Install it there, too: tingshu voices install</source>
        <translation>在那里也安装它：tingshu voices install</translation>
    </message>
    <message>
        <source>an examination that broke off</source>
        <translation>一项中断的检查</translation>
    </message>
    <message>
        <source>{subject}: {reason}</source>
        <translation>{subject}：{reason}</translation>
    </message>
    <message>
        <source>EPUB</source>
        <translation>EPUB</translation>
    </message>
    <message>
        <source>HTML and XML</source>
        <translation>HTML 和 XML</translation>
    </message>
    <message>
        <source>HTML repair</source>
        <translation>HTML 修复</translation>
    </message>
    <message>
        <source>spoken forms</source>
        <translation>数字等的读法</translation>
    </message>
    <message>
        <source>Chinese words</source>
        <translation>中文分词</translation>
    </message>
    <message>
        <source>polyphones</source>
        <translation>多音字</translation>
    </message>
    <message>
        <source>regular expressions</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>neural network runtime</source>
        <translation>神经网络运行库</translation>
    </message>
    <message>
        <source>resampling</source>
        <translation>重采样</translation>
    </message>
    <message>
        <source>styles and other persons of a voice</source>
        <translation>声音的风格和变声</translation>
    </message>
    <message>
        <source>audiobook files (FFmpeg)</source>
        <translation>有声书文件 (FFmpeg)</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>{version} on {system} {machine}</source>
        <translation>{version}，运行于 {system} {machine}</translation>
    </message>
    <message>
        <source>Install Python 3.11, 3.12 or 3.13 and Tingshu with it.</source>
        <translation>请安装 Python 3.11、3.12 或 3.13，并用它安装听书。</translation>
    </message>
    <message>
        <source>{package} can be used</source>
        <translation>{package} 可用</translation>
    </message>
    <message>
        <source>screen</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>there</source>
        <translation>有</translation>
    </message>
    <message>
        <source>none here; speak and export work without</source>
        <translation>没有；命令 speak 和 export 不需要它</translation>
    </message>
    <message>
        <source>font for Chinese</source>
        <translation>中文字体</translation>
    </message>
    <message>
        <source>none; hanzi would be shown as boxes</source>
        <translation>没有；汉字会显示为方框</translation>
    </message>
    <message>
        <source>font for readers with dyslexia</source>
        <translation>适合阅读障碍者的字体</translation>
    </message>
    <message>
        <source>OpenDyslexic is not installed</source>
        <translation>没有安装 OpenDyslexic</translation>
    </message>
    <message>
        <source>full-text search</source>
        <translation>全文搜索</translation>
    </message>
    <message>
        <source>SQLite {version} is built without FTS5, so the texts of the library cannot be searched</source>
        <translation>SQLite {version} 不含 FTS5，因此无法搜索书库全文</translation>
    </message>
    <message>
        <source>Install a Python whose SQLite has FTS5, as that of python.org has.</source>
        <translation>请安装 SQLite 含 FTS5 的 Python，例如 python.org 的版本。</translation>
    </message>
    <message>
        <source>SQLite {version} with FTS5</source>
        <translation>SQLite {version}，含 FTS5</translation>
    </message>
    <message>
        <source>Install with your system&apos;s package manager what Debian calls {packages}.</source>
        <translation>请用系统的软件包管理器安装（Debian 上的名称）：{packages}。</translation>
    </message>
    <message>
        <source>window (Qt)</source>
        <translation>窗口 (Qt)</translation>
    </message>
    <message>
        <source>voices</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>able to speak: {voices}</source>
        <translation>可用：{voices}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>PortAudio</source>
        <translation>PortAudio</translation>
    </message>
    <message>
        <source>can be used</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>sound device</source>
        <translation>声音设备</translation>
    </message>
    <message>
        <source>none here; speak -o and export work without</source>
        <translation>没有；命令 speak -o 和导出音频不需要它</translation>
    </message>
    <message>
        <source>voice pack {pack}</source>
        <translation>声音包 {pack}</translation>
    </message>
    <message>
        <source>not installed ({title})</source>
        <translation>{title}，未安装</translation>
    </message>
    <message>
        <source>chosen sound device</source>
        <translation>所选声音设备</translation>
    </message>
    <message>
        <source>{device} is not there; the system&apos;s choice is used</source>
        <translation>“{device}”不存在，改用系统默认设备</translation>
    </message>
    <message>
        <source>Connect it, or choose another one: Listen, Sound.</source>
        <translation>请连接它，或换一个设备：“朗读”菜单的“声音设备”。</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>{folder} cannot be written ({problem})</source>
        <translation>{folder} 无法写入（{problem}）</translation>
    </message>
    <message>
        <source>Check its permissions, or let TINGSHU_HOME name another folder.</source>
        <translation>请检查权限，或用 TINGSHU_HOME 指定其他文件夹。</translation>
    </message>
    <message>
        <source>{size:.1f} GB free in {folder}</source>
        <translation>{folder} 剩余 {size:.1f} GB</translation>
    </message>
    <message>
        <source>library</source>
        <translation>书库</translation>
    </message>
    <message>
        <source>not begun yet</source>
        <translation>尚未建立</translation>
    </message>
    <message>
        <source>1 book in {file}</source>
        <translation>{file} 中有 1 本书</translation>
    </message>
    <message>
        <source>{count} books in {file}</source>
        <translation>{file} 中有 {count} 本书</translation>
    </message>
    <message>
        <source>copies of the library</source>
        <translation>书库的副本</translation>
    </message>
    <message>
        <source>none yet; one is made on every day of use</source>
        <translation>还没有；每个使用日会制作一份</translation>
    </message>
    <message>
        <source>the newest was made on {date}</source>
        <translation>最近一份制作于 {date}</translation>
    </message>
    <message>
        <source>search index</source>
        <translation>搜索索引</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Chinese translation of the window</source>
        <translation>界面的中文翻译</translation>
    </message>
    <message>
        <source>{file} is missing</source>
        <translation>缺少 {file}</translation>
    </message>
    <message>
        <source>Install Tingshu anew.</source>
        <translation>请重新安装听书。</translation>
    </message>
    <message>
        <source>Its file is no longer there.</source>
        <translation>它的文件已不在原处。</translation>
    </message>
    <message>
        <source>Reading it came to no end.</source>
        <translation>读取它一直没有结束。</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>无标题</translation>
    </message>
    <message>
        <source>Chapter {number}</source>
        <translation>第 {number} 章</translation>
    </message>
    <message>
        <source>Another program has put another library in the place of the open one.</source>
        <translation>另一个程序用别的书库替换了打开的书库。</translation>
    </message>
    <message>
        <source>What was noted last may be missing: look, and note it again.</source>
        <translation>最近记下的内容可能缺失：请看一看，再记一次。</translation>
    </message>
    <message>
        <source>The library file is gone, so a new one was begun.</source>
        <translation>书库文件不见了，因此新建了一个。</translation>
    </message>
    <message>
        <source>To have the former one back, close Tingshu and rename its copy {copy} to {name}.</source>
        <translation>要恢复原来的书库，请关闭听书，并把副本 {copy} 改名为 {name}。</translation>
    </message>
    <message>
        <source>The file was written by a newer version of Tingshu.</source>
        <translation>文件由更新版本的听书写入。</translation>
    </message>
    <message>
        <source>Use that version, or export the notes again with this one.</source>
        <translation>请使用那个版本，或用本版本重新导出笔记。</translation>
    </message>
    <message>
        <source>The file cannot be read ({said}).</source>
        <translation>文件无法读取（{said}）。</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation>请检查名称。</translation>
    </message>
    <message>
        <source>The disk is full: places and notes are shown, but nothing new is kept.</source>
        <translation>磁盘已满：可以查看阅读位置和笔记，但新的内容不会保存。</translation>
    </message>
    <message>
        <source>Free some space, then start Tingshu again.</source>
        <translation>请腾出空间，再重新启动听书。</translation>
    </message>
    <message>
        <source>The file is larger than {size} MB.</source>
        <translation>文件大于 {size} MB。</translation>
    </message>
    <message>
        <source>Export fewer books at once.</source>
        <translation>请减少一次导出的书。</translation>
    </message>
    <message>
        <source>The file is damaged, or is no file with notes of Tingshu.</source>
        <translation>文件已损坏，或不是听书的笔记文件。</translation>
    </message>
    <message>
        <source>Export the notes again.</source>
        <translation>请重新导出笔记。</translation>
    </message>
    <message>
        <source>There is no voice for {wish}; the usual one speaks.</source>
        <translation>没有符合 {wish} 的声音，改用默认声音。</translation>
    </message>
    <message>
        <source>The disk is full, the index of the texts cannot be completed.</source>
        <translation>磁盘已满，全文索引无法完成。</translation>
    </message>
    <message>
        <source>Another program is holding the index of the texts.</source>
        <translation>另一个程序正在占用全文索引。</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <source>The index of the texts cannot be written.</source>
        <translation>全文索引无法写入。</translation>
    </message>
    <message>
        <source>The SQLite of this system cannot search texts.</source>
        <translation>本系统的 SQLite 不支持全文搜索。</translation>
    </message>
    <message>
        <source>The index of the texts cannot be read or written ({fault}).</source>
        <translation>全文索引无法读写（{fault}）。</translation>
    </message>
    <message>
        <source>The settings were damaged, so the usual ones hold.</source>
        <translation>设置文件已损坏，因此使用默认设置。</translation>
    </message>
    <message>
        <source>The damaged file is kept as {name}.</source>
        <translation>损坏的文件保留为 {name}。</translation>
    </message>
    <message>
        <source>The settings are damaged, so the usual ones hold.</source>
        <translation>设置文件已损坏，因此使用默认设置。</translation>
    </message>
    <message>
        <source>Start Tingshu: it keeps the damaged file under another name.</source>
        <translation>请启动听书：它会把损坏的文件另存一份。</translation>
    </message>
    <message>
        <source>The settings cannot be read ({strerror}).</source>
        <translation>设置无法读取（{strerror}）。</translation>
    </message>
    <message>
        <source>The settings cannot be saved ({strerror}).</source>
        <translation>设置无法保存（{strerror}）。</translation>
    </message>
    <message>
        <source>Free some space or check the folder&apos;s permissions.</source>
        <translation>请腾出空间，或检查文件夹的权限。</translation>
    </message>
    <message>
        <source>There is no voice of this name.</source>
        <translation>没有这个名称的声音。</translation>
    </message>
    <message>
        <source>There is no voice pack of this name.</source>
        <translation>没有这个名称的声音包。</translation>
    </message>
    <message>
        <source>There is no {part} in it.</source>
        <translation>其中没有{part}。</translation>
    </message>
    <message>
        <source>There is not enough memory to open it.</source>
        <translation>内存不足，无法打开。</translation>
    </message>
    <message>
        <source>There is nothing before it to repeat.</source>
        <translation>前面没有可重复的内容。</translation>
    </message>
    <message>
        <source>There is nothing to be said in its place.</source>
        <translation>没有写替换的读法。</translation>
    </message>
    <message>
        <source>There is something behind the last end tag.</source>
        <translation>最后一个结束标签后面还有内容。</translation>
    </message>
    <message>
        <source>There is text outside of all elements.</source>
        <translation>有文字在所有元素之外。</translation>
    </message>
    <message>
        <source>This file is neither an EPUB book nor a web page nor plain text.</source>
        <translation>这个文件不是 EPUB 书，也不是网页或纯文本。</translation>
    </message>
    <message>
        <source>This is a FictionBook (FB2) file.</source>
        <translation>这是 FictionBook (FB2) 文件。</translation>
    </message>
    <message>
        <source>This is a folder, not a book.</source>
        <translation>这是文件夹，不是书。</translation>
    </message>
    <message>
        <source>This is a zip archive, not an EPUB book.</source>
        <translation>这是 zip 压缩包，不是 EPUB 书。</translation>
    </message>
    <message>
        <source>This is neither a PLS file nor text in UTF-8.</source>
        <translation>这不是 PLS 文件，也不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>This is no pronunciation lexicon: its first element is not “lexicon”.</source>
        <translation>这不是读音词典：第一个元素不是“lexicon”。</translation>
    </message>
    <message>
        <source>This is not a file.</source>
        <translation>这不是文件。</translation>
    </message>
    <message>
        <source>This is not an ordinary file.</source>
        <translation>这不是普通文件。</translation>
    </message>
    <message>
        <source>This is not the published file {names} (its {hashes} differs).</source>
        <translation>这不是发布的文件 {names}（{hashes} 不符）。</translation>
    </message>
    <message>
        <source>This is not well-formed XML: {fault}.</source>
        <translation>这不是格式正确的 XML：{fault}。</translation>
    </message>
    <message>
        <source>This is not well-formed.</source>
        <translation>格式不正确。</translation>
    </message>
    <message>
        <source>This is {kind}, not an e-book.</source>
        <translation>这不是电子书，文件类型：{kind}。</translation>
    </message>
    <message>
        <source>This is {what}, which is not read here.</source>
        <translation>本程序不能读取这种文件：{what}。</translation>
    </message>
    <message>
        <source>This name of a character is not known.</source>
        <translation>不认识这个字符名。</translation>
    </message>
    <message>
        <source>This number stands for no character.</source>
        <translation>这个编号不对应任何字符。</translation>
    </message>
    <message>
        <source>This regular expression is too complicated.</source>
        <translation>这个正则表达式太复杂。</translation>
    </message>
    <message>
        <source>This regular expression is too long.</source>
        <translation>这个正则表达式太长。</translation>
    </message>
    <message>
        <source>This regular expression takes too long.</source>
        <translation>这个正则表达式耗时太长。</translation>
    </message>
    <message>
        <source>This voice cannot speak. {reason}</source>
        <translation>这个声音无法使用。{reason}</translation>
    </message>
    <message>
        <source>This voice is not in its pack.</source>
        <translation>声音包中没有这个声音。</translation>
    </message>
    <message>
        <source>This voice is not installed.</source>
        <translation>这个声音没有安装。</translation>
    </message>
    <message>
        <source>This voice pack is not installed.</source>
        <translation>这个声音包没有安装。</translation>
    </message>
    <message>
        <source>Trained on the Databaker (CSMSC) corpus, which may be used for non-commercial purposes only.</source>
        <translation>用标贝 (CSMSC) 语料库训练，只能用于非商业用途。</translation>
    </message>
    <message>
        <source>Try again later, or install from a downloaded file: {by_file}</source>
        <translation>请稍后重试，或用已下载的文件安装：{by_file}</translation>
    </message>
    <message>
        <source>Try again: it goes on where it stopped.</source>
        <translation>请重试：会从中断处继续。</translation>
    </message>
    <message>
        <source>Try again; if it happens again, check the package index and the proxy.</source>
        <translation>请重试；如果仍然如此，请检查软件包索引和代理。</translation>
    </message>
    <message>
        <source>Try another copy of it, or report it.</source>
        <translation>请换一个副本再试，或反馈问题。</translation>
    </message>
    <message>
        <source>Try another index ({variable}), or install from a downloaded file: {by_file}</source>
        <translation>请换一个索引（{variable}），或用已下载的文件安装：{by_file}</translation>
    </message>
    <message>
        <source>Turn it on.</source>
        <translation>请启用。</translation>
    </message>
    <message>
        <source>Unlock it with the program that made it, then open the unlocked copy.</source>
        <translation>请用制作它的程序解除密码，再打开解锁后的副本。</translation>
    </message>
    <message>
        <source>Unpack it and open the book inside (EPUB, HTML or plain text).</source>
        <translation>请解压后打开其中的书（EPUB、HTML 或纯文本）。</translation>
    </message>
    <message>
        <source>Unpack it and open the book inside.</source>
        <translation>请解压后打开其中的书。</translation>
    </message>
    <message>
        <source>Use one repetition: \d+ in place of (\d+)+, [ab]+ in place of (a|b)+.</source>
        <translation>请只用一层重复：用 \d+ 代替 (\d+)+，用 [ab]+ 代替 (a|b)+。</translation>
    </message>
    <message>
        <source>Use that version, or move the file away to begin a new library.</source>
        <translation>请使用那个版本，或移走文件以新建书库。</translation>
    </message>
    <message>
        <source>Use zh, en and so on, or leave it empty for all languages.</source>
        <translation>请用 zh、en 等，或留空表示所有语言。</translation>
    </message>
    <message>
        <source>Voice Dream&apos;s lines hold other words and what is skipped, no phonemes or emphasis.</source>
        <translation>Voice Dream 的格式只记录替换文字和不读，不记录音标或强调。</translation>
    </message>
    <message>
        <source>Wait until that has ended, then try again.</source>
        <translation>请等它结束后重试。</translation>
    </message>
    <message>
        <source>What is to be said has {count:,} characters; {longest_said:,} are the most.</source>
        <translation>读法有 {count:,} 个字符，最多 {longest_said:,} 个。</translation>
    </message>
    <message>
        <source>What is to be said refers to a part that the pattern has not: {error}.</source>
        <translation>读法引用了模式中没有的部分：{error}。</translation>
    </message>
    <message>
        <source>What they give is no sound.</source>
        <translation>输出的不是声音。</translation>
    </message>
    <message>
        <source>What was noted after that may be lost; the damaged file is kept as {name}.</source>
        <translation>那之后的记录可能已丢失；损坏的文件保留为 {name}。</translation>
    </message>
    <message>
        <source>Women and men of many ages and regions; trained on the AISHELL-3 corpus.</source>
        <translation>不同年龄和地区的女声和男声；用 AISHELL-3 语料库训练。</translation>
    </message>
    <message>
        <source>Write &amp;lt; for &lt; and &amp;amp; for &amp; in the text, quote every attribute, close every tag.</source>
        <translation>请在文字中把 &lt; 写成 &amp;lt;，把 &amp; 写成 &amp;amp;，给每个属性加引号，关闭每个标签。</translation>
    </message>
    <message>
        <source>Write 1.1.</source>
        <translation>请写 1.1。</translation>
    </message>
    <message>
        <source>Write &lt;/{name}&gt; where it ends.</source>
        <translation>请在结束处写 &lt;/{name}&gt;。</translation>
    </message>
    <message>
        <source>Write IPA as dictionaries give it: ˈtʃaɪnə.</source>
        <translation>请按词典的写法写国际音标：ˈtʃaɪnə。</translation>
    </message>
    <message>
        <source>Write \1 for what its first brackets fit, and \\ for a backslash.</source>
        <translation>用 \1 表示第一对括号匹配的内容，用 \\ 表示反斜杠。</translation>
    </message>
    <message>
        <source>Write a number from {least:g} to {most:g}.</source>
        <translation>请写 {least:g} 到 {most:g} 之间的数。</translation>
    </message>
    <message>
        <source>Write a percentage such as 80%, or x-slow, slow, medium, fast, x-fast.</source>
        <translation>请写百分比，例如 80%，或 x-slow、slow、medium、fast、x-fast。</translation>
    </message>
    <message>
        <source>Write decibels such as -6dB, or silent, x-soft, soft … x-loud.</source>
        <translation>请写分贝，例如 -6dB，或 silent、x-soft、soft … x-loud。</translation>
    </message>
    <message>
        <source>Write it as &quot;word&quot;,0,Y,&quot;said&quot;,0.</source>
        <translation>请写成 &quot;word&quot;,0,Y,&quot;said&quot;,0。</translation>
    </message>
    <message>
        <source>Write it as &lt;{name}/&gt;, the text behind it.</source>
        <translation>请写成 &lt;{name}/&gt;，文字放在后面。</translation>
    </message>
    <message>
        <source>Write it in UTF-8.</source>
        <translation>请用 UTF-8 编写。</translation>
    </message>
    <message>
        <source>Write male, female or neutral.</source>
        <translation>请写 male、female 或 neutral。</translation>
    </message>
    <message>
        <source>Write numbered pinyin, a syllable a hanzi: dian3 dang4; 5 for no tone, v for ü.</source>
        <translation>请写带声调数字的拼音，每个汉字一个音节：dian3 dang4；轻声用 5，ü 用 v。</translation>
    </message>
    <message>
        <source>Write numbers and ranges with commas between them, for example 1-3,7.</source>
        <translation>请写数字和范围，用逗号分隔，例如 1-3,7。</translation>
    </message>
    <message>
        <source>Write one of {names}.</source>
        <translation>请写其中之一：{names}。</translation>
    </message>
    <message>
        <source>Write other words, or choose that it is skipped.</source>
        <translation>请写其他文字，或选择不读。</translation>
    </message>
    <message>
        <source>Write seconds or milliseconds, such as 1.5s or 250ms.</source>
        <translation>请写秒或毫秒，例如 1.5s 或 250ms。</translation>
    </message>
    <message>
        <source>Write semitones such as +2st, or +10%, or x-low, low … x-high.</source>
        <translation>请写半音，例如 +2st，或 +10%，或 x-low、low … x-high。</translation>
    </message>
    <message>
        <source>Write strong, moderate, reduced or none.</source>
        <translation>请写 strong、moderate、reduced 或 none。</translation>
    </message>
    <message>
        <source>Write the age in whole years, such as 30.</source>
        <translation>请写整岁年龄，例如 30。</translation>
    </message>
    <message>
        <source>Write the character itself.</source>
        <translation>请直接写出字符。</translation>
    </message>
    <message>
        <source>Write the order of day, month and year, such as dmy.</source>
        <translation>请写日、月、年的顺序，例如 dmy。</translation>
    </message>
    <message>
        <source>Write the tag of a language, such as en, zh or en-GB.</source>
        <translation>请写语言代码，例如 en、zh 或 en-GB。</translation>
    </message>
    <message>
        <source>Write the word as it stands in the text.</source>
        <translation>请按文中的写法填写这个词。</translation>
    </message>
    <message>
        <source>Write xmlns:x=&quot;{own}&quot; in &lt;speak&gt; to use x:style and x:said.</source>
        <translation>要使用 x:style 和 x:said，请在 &lt;speak&gt; 中写 xmlns:x=&quot;{own}&quot;。</translation>
    </message>
    <message>
        <source>Write {last}-{first}.</source>
        <translation>请写成 {last}-{first}。</translation>
    </message>
    <message>
        <source>Write {name}=&quot;{example}&quot;, for example.</source>
        <translation>例如写 {name}=&quot;{example}&quot;。</translation>
    </message>
    <message>
        <source>Xiaobei (Mandarin, Kokoro)</source>
        <translation>晓北（普通话，Kokoro）</translation>
    </message>
    <message>
        <source>Xiaoxiao (Mandarin, Kokoro)</source>
        <translation>晓晓（普通话，Kokoro）</translation>
    </message>
    <message>
        <source>Xiaoyi (Mandarin, girl, Kokoro)</source>
        <translation>晓伊（普通话，女孩，Kokoro）</translation>
    </message>
    <message>
        <source>You have no permission to read this file.</source>
        <translation>你没有读取这个文件的权限。</translation>
    </message>
    <message>
        <source>Yunjian (Mandarin, Kokoro)</source>
        <translation>云健（普通话，Kokoro）</translation>
    </message>
    <message>
        <source>Yunxi (Mandarin, Kokoro)</source>
        <translation>云希（普通话，Kokoro）</translation>
    </message>
    <message>
        <source>Yunxia (Mandarin, boy, Kokoro)</source>
        <translation>云夏（普通话，男孩，Kokoro）</translation>
    </message>
    <message>
        <source>Yunyang (Mandarin, deep, Kokoro)</source>
        <translation>云扬（普通话，低沉，Kokoro）</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation>7-Zip 压缩包</translation>
    </message>
    <message>
        <source>a DjVu document</source>
        <translation>DjVu 文档</translation>
    </message>
    <message>
        <source>a Kindle book (KFX)</source>
        <translation>Kindle 书 (KFX)</translation>
    </message>
    <message>
        <source>a Kindle book (Topaz)</source>
        <translation>Kindle 书 (Topaz)</translation>
    </message>
    <message>
        <source>a Kindle or Mobipocket book</source>
        <translation>Kindle 或 Mobipocket 书</translation>
    </message>
    <message>
        <source>a Microsoft Reader book</source>
        <translation>Microsoft Reader 书</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>a PostScript document</source>
        <translation>PostScript 文档</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>RAR 压缩包</translation>
    </message>
    <message>
        <source>a Rich Text document</source>
        <translation>RTF 文档</translation>
    </message>
    <message>
        <source>a Word document</source>
        <translation>Word 文档</translation>
    </message>
    <message>
        <source>a compiled help file (CHM)</source>
        <translation>已编译的帮助文件 (CHM)</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>a film or audiobook file</source>
        <translation>影片或有声书文件</translation>
    </message>
    <message>
        <source>a packed file (bzip2)</source>
        <translation>压缩文件 (bzip2)</translation>
    </message>
    <message>
        <source>a packed file (gzip)</source>
        <translation>压缩文件 (gzip)</translation>
    </message>
    <message>
        <source>a packed file (xz)</source>
        <translation>压缩文件 (xz)</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>a presentation</source>
        <translation>演示文稿</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>a protected Kindle book (KFX)</source>
        <translation>受保护的 Kindle 书 (KFX)</translation>
    </message>
    <message>
        <source>a sound file</source>
        <translation>声音文件</translation>
    </message>
    <message>
        <source>a sound, picture or film file</source>
        <translation>声音、图片或影片文件</translation>
    </message>
    <message>
        <source>a spreadsheet</source>
        <translation>电子表格</translation>
    </message>
    <message>
        <source>acoustic model (with phone_id_map.txt)</source>
        <translation>声学模型（含 phone_id_map.txt）</translation>
    </message>
    <message>
        <source>an OpenDocument file</source>
        <translation>OpenDocument 文件</translation>
    </message>
    <message>
        <source>an old Word or Office document</source>
        <translation>旧版 Word 或 Office 文档</translation>
    </message>
    <message>
        <source>espeak-ng</source>
        <translation>espeak-ng</translation>
    </message>
    <message>
        <source>it holds more than {members:,} files</source>
        <translation>其中的文件超过 {members:,} 个</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>它太大</translation>
    </message>
    <message>
        <source>it unpacks to more than a book can hold</source>
        <translation>解压后超过一本书应有的大小</translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>加载</translation>
    </message>
    <message>
        <source>run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>the name cannot be used</source>
        <translation>这个名称不能使用</translation>
    </message>
    <message>
        <source>the process of Paddle ended in the midst of it</source>
        <translation>Paddle 进程中途结束</translation>
    </message>
    <message>
        <source>vocoder</source>
        <translation>声码器</translation>
    </message>
    <message>
        <source>{age} years</source>
        <translation>{age} 岁</translation>
    </message>
    <message>
        <source>{count} syllables</source>
        <translation>{count} 个音节</translation>
    </message>
    <message>
        <source>{file} does not hold a part of the model.</source>
        <translation>{file} 不包含模型的一部分。</translation>
    </message>
    <message>
        <source>{file} does not hold {part}.</source>
        <translation>{file} 不包含 {part}。</translation>
    </message>
    <message>
        <source>{hanzi} has none</source>
        <translation>{hanzi}没有音节</translation>
    </message>
    <message>
        <source>{host} answered with status {status_code}.</source>
        <translation>{host} 返回状态 {status_code}。</translation>
    </message>
    <message>
        <source>{name} of &lt;{element}&gt; is left out.</source>
        <translation>&lt;{element}&gt; 的 {name} 已略去。</translation>
    </message>
    <message>
        <source>{name} would fetch something, which is never done.</source>
        <translation>{name} 会从外部获取内容，这是不允许的。</translation>
    </message>
    <message>
        <source>{name}=&quot;{shown}&quot; of &lt;{element}&gt; is not understood.</source>
        <translation>无法理解 &lt;{element}&gt; 的 {name}=&quot;{shown}&quot;。</translation>
    </message>
    <message>
        <source>{n} audio clips are left out.</source>
        <translation>略去 {n} 段音频。</translation>
    </message>
    <message>
        <source>{n} characters could not be decoded and show as �.</source>
        <translation>{n} 个字符无法解码，显示为 �。</translation>
    </message>
    <message>
        <source>{n} documents could not be read and are left out.</source>
        <translation>{n} 个文档无法读取，已略去。</translation>
    </message>
    <message>
        <source>{n} documents in the reading order are pictures or other forms without text.</source>
        <translation>阅读顺序中有 {n} 个文档是图片等没有文字的内容。</translation>
    </message>
    <message>
        <source>{n} documents that belong to the text are missing from the file.</source>
        <translation>文件中缺少 {n} 个正文文档。</translation>
    </message>
    <message>
        <source>{n} embedded pages are left out.</source>
        <translation>略去 {n} 个嵌入的网页。</translation>
    </message>
    <message>
        <source>{n} entries of the contents lead nowhere and are left out.</source>
        <translation>目录中有 {n} 项没有对应的位置，已略去。</translation>
    </message>
    <message>
        <source>{n} entries of the contents lead to places that do not exist; the starts of their documents are used.</source>
        <translation>目录中有 {n} 项指向不存在的位置，改用所在文档的开头。</translation>
    </message>
    <message>
        <source>{n} entries of the reading order lead to nothing.</source>
        <translation>阅读顺序中有 {n} 项没有对应的内容。</translation>
    </message>
    <message>
        <source>{n} files lie on the Internet and are not fetched.</source>
        <translation>{n} 个文件在互联网上，没有获取。</translation>
    </message>
    <message>
        <source>{n} files the book lists are missing (pictures, fonts or style sheets).</source>
        <translation>缺少书中列出的 {n} 个文件（图片、字体或样式表）。</translation>
    </message>
    <message>
        <source>{n} images have no description and are passed over.</source>
        <translation>{n} 张图片没有说明，已略过。</translation>
    </message>
    <message>
        <source>{n} passages are marked as hidden and left out.</source>
        <translation>{n} 处标为隐藏的文字已略去。</translation>
    </message>
    <message>
        <source>{n} passages are marked in a style sheet as not to be read aloud and are left out.</source>
        <translation>{n} 处文字在样式表中标为不朗读，已略去。</translation>
    </message>
    <message>
        <source>{n} pronunciation lexicons of the book could not be read; their words are said as usual.</source>
        <translation>书中有 {n} 部读音词典无法读取，其中的词按通常的读音朗读。</translation>
    </message>
    <message>
        <source>{n} videos are left out.</source>
        <translation>略去 {n} 个视频。</translation>
    </message>
    <message>
        <source>{pack} is not installed.</source>
        <translation>“{pack}”没有安装。</translation>
    </message>
    <message>
        <source>{phones} knows no pause ({pause}).</source>
        <translation>{phones} 中没有停顿（{pause}）。</translation>
    </message>
    <message>
        <source>{reason} {remedy}</source>
        <translation>{reason}{remedy}</translation>
    </message>
    <message>
        <source>{remedy}, then install the voice.</source>
        <translation>{remedy}，然后安装这个声音。</translation>
    </message>
    <message>
        <source>{subject}: {reason} {voice} reads instead.</source>
        <translation>{subject}：{reason}改由“{voice}”朗读。</translation>
    </message>
    <message>
        <source>{syllables} for {count} hanzi: {pairs}.</source>
        <translation>{count} 个汉字有 {syllables}：{pairs}。</translation>
    </message>
    <message>
        <source>{syllable} has no hanzi</source>
        <translation>{syllable} 没有对应的汉字</translation>
    </message>
    <message>
        <source>{told} {remedy}</source>
        <translation>{told}{remedy}</translation>
    </message>
    <message>
        <source>{voice} as a child</source>
        <translation>{voice}，变为童声</translation>
    </message>
    <message>
        <source>{voice} as a man</source>
        <translation>{voice}，变为男声</translation>
    </message>
    <message>
        <source>{voice} as an old man</source>
        <translation>{voice}，变为老年男声</translation>
    </message>
    <message>
        <source>{voice} as an old woman</source>
        <translation>{voice}，变为老年女声</translation>
    </message>
    <message>
        <source>{voice} as another woman</source>
        <translation>{voice}，变为另一女声</translation>
    </message>
    <message>
        <source>{voice} cannot change its speed; those passages are read plainly.</source>
        <translation>“{voice}”不能改变语速，这些地方按平常方式朗读。</translation>
    </message>
    <message>
        <source>{voice} cannot move its pitch; those passages are read plainly.</source>
        <translation>“{voice}”不能改变音高，这些地方按平常方式朗读。</translation>
    </message>
    <message>
        <source>{voice} cannot read a pronunciation that is given; it says the word as it reads it.</source>
        <translation>“{voice}”不能使用指定的读音，这个词按它自己的读法朗读。</translation>
    </message>
    <message>
        <source>{voice} cannot stress words; those passages are read plainly.</source>
        <translation>“{voice}”不能强调词语，这些地方按平常方式朗读。</translation>
    </message>
    <message>
        <source>{voice} does not know a style of speaking that is asked for; those passages are read plainly.</source>
        <translation>“{voice}”不支持所要求的说话风格，这些地方按平常方式朗读。</translation>
    </message>
    <message>
        <source>“{filename}” would unpack to a trap of blank data</source>
        <translation>“{filename}”解压后是大量空白数据</translation>
    </message>
    <message>
        <source>“{member}” inside it is damaged.</source>
        <translation>其中的“{member}”已损坏。</translation>
    </message>
    <message>
        <source>“{member}” is larger than any real chapter</source>
        <translation>“{member}”比任何正常的章节都大</translation>
    </message>
    <message>
        <source>“{part}” is not a chapter number or a range.</source>
        <translation>“{part}”不是章号或范围。</translation>
    </message>
    <message>
        <source>“{phonemes}” cannot be read as {alphabet}.</source>
        <translation>“{phonemes}”不能按 {alphabet} 读取。</translation>
    </message>
    <message>
        <source>“{phonemes}” has not a syllable for each hanzi of “{text}”; the text is read.</source>
        <translation>“{phonemes}”与“{text}”的汉字数不一致，改读原文。</translation>
    </message>
    <message>
        <source>“{phonemes}” is not {alphabet}; the text is read.</source>
        <translation>“{phonemes}”不是 {alphabet}，改读原文。</translation>
    </message>
    <message>
        <source>“{say}” cannot be said.</source>
        <translation>“{say}”无法读出。</translation>
    </message>
    <message>
        <source>“{strange}” (character {place}) is not a symbol of the phonetic alphabet.</source>
        <translation>“{strange}”（第 {place} 个字符）不是国际音标符号。</translation>
    </message>
    <message>
        <source>“{strange}” is not a syllable of Mandarin.</source>
        <translation>“{strange}”不是普通话音节。</translation>
    </message>
    <message>
        <source>“{tag}” is not the tag of a language.</source>
        <translation>“{tag}”不是语言代码。</translation>
    </message>
    <message>
        <source>“{text}” could not be read ({error}).</source>
        <translation>“{text}”无法朗读（{error}）。</translation>
    </message>
</context>
<context>
    <name>MoreChoices</name>
    <message>
        <source>&amp;More choices</source>
        <translation>更多选项(&amp;M)</translation>
    </message>
    <message>
        <source>Announcements, loudness and captions</source>
        <translation>报幕、响度和字幕</translation>
    </message>
    <message>
        <source>Announce &amp;title, voice and end</source>
        <translation>报出书名、声音和结尾(&amp;T)</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>响度</translation>
    </message>
    <message>
        <source>Captions beside the sound</source>
        <translation>随音频的字幕文件</translation>
    </message>
    <message>
        <source>&amp;WebVTT, for web players</source>
        <translation>WebVTT，用于网页播放器(&amp;W)</translation>
    </message>
    <message>
        <source>S&amp;RT, for video players</source>
        <translation>SRT，用于视频播放器(&amp;R)</translation>
    </message>
    <message>
        <source>LRC, for music pla&amp;yers</source>
        <translation>LRC，用于音乐播放器(&amp;Y)</translation>
    </message>
    <message>
        <source>Lou&amp;dness</source>
        <translation>响度(&amp;D)</translation>
    </message>
    <message>
        <source>As audiobooks usually are (−18 LUFS)</source>
        <translation>有声书的通常响度（−18 LUFS）</translation>
    </message>
    <message>
        <source>Louder, as podcasts are (−16 LUFS)</source>
        <translation>较响，如播客（−16 LUFS）</translation>
    </message>
    <message>
        <source>Quieter, as in broadcasting (−23 LUFS)</source>
        <translation>较轻，如广播（−23 LUFS）</translation>
    </message>
    <message>
        <source>{target} LUFS</source>
        <translation>{target} LUFS</translation>
    </message>
    <message>
        <source>As it is spoken, not changed</source>
        <translation>保持原样，不改变</translation>
    </message>
</context>
<context>
    <name>News</name>
    <message>
        <source>End of the book</source>
        <translation>全书结束</translation>
    </message>
    <message>
        <source>Good night: reading has paused</source>
        <translation>晚安：朗读已暂停</translation>
    </message>
    <message>
        <source>Tingshu did not end properly the last time. Your place and your notes are kept.</source>
        <translation>听书上次没有正常退出。你的阅读位置和笔记都还在。</translation>
    </message>
    <message>
        <source>The sound device</source>
        <translation>声音设备</translation>
    </message>
    <message>
        <source>{device} is gone; the sound comes out of the system&apos;s choice.</source>
        <translation>“{device}”已断开，声音改由系统默认设备播放。</translation>
    </message>
    <message>
        <source>The book has changed: the words that were found are no longer in it.</source>
        <translation>这本书有改动：找到的文字已不在其中。</translation>
    </message>
    <message>
        <source>The book has changed: a bookmark could not be found again by its words and stands where it stood before.</source>
        <translation>这本书有改动：有一个书签按文字没有找到，仍留在原来的位置。</translation>
    </message>
    <message>
        <source>The book has changed: {count} bookmarks could not be found again by their words and stand where they stood before.</source>
        <translation>这本书有改动：有 {count} 个书签按文字没有找到，仍留在原来的位置。</translation>
    </message>
</context>
<context>
    <name>NoteCue</name>
    <message>
        <source>{sentence} There is a note.</source>
        <translation>{sentence}此处有笔记。</translation>
    </message>
    <message>
        <source>{sentence} This is marked.</source>
        <translation>{sentence}此处有标记。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>已标记</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Edit the note</source>
        <translation>编辑笔记</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>新笔记</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>What was written is not kept yet. Shall it be kept?</source>
        <translation>写下的内容还没有保存。要保存吗？</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保存(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Passage</source>
        <translation>原文(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Note (Ctrl+Enter keeps it)</source>
        <translation>笔记（按 Ctrl+回车 保存）(&amp;N)</translation>
    </message>
</context>
<context>
    <name>NoteFiles</name>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Export notes</source>
        <translation>导出笔记</translation>
    </message>
    <message>
        <source>Notes of Tingshu (*.json)</source>
        <translation>听书笔记 (*.json)</translation>
    </message>
    <message>
        <source>Notes for another machine</source>
        <translation>导出笔记到另一台电脑</translation>
    </message>
    <message>
        <source>Notes of Tingshu (*.json);;All files (*)</source>
        <translation>听书笔记 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Notes from another machine</source>
        <translation>导入另一台电脑的笔记</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Written to {name}: {count} bookmarks and notes</source>
        <translation>已写入 {name}：{count} 个书签和笔记</translation>
    </message>
    <message>
        <source>Written to {name}: 1 bookmark or note</source>
        <translation>已写入 {name}：1 个书签或笔记</translation>
    </message>
    <message>
        <source>Written to {name}. Books: {books}. Bookmarks and notes: {notes}.</source>
        <translation>已写入 {name}。书：{books}。书签和笔记：{notes}。</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>New bookmarks and notes: {count}</source>
        <translation>新书签和笔记：{count}</translation>
    </message>
    <message>
        <source>Here already: {count}</source>
        <translation>本机已有：{count}</translation>
    </message>
    <message>
        <source>Books read on elsewhere: {count}</source>
        <translation>在别处读得更多的书：{count}</translation>
    </message>
    <message>
        <source>Books that are not here: {count}. Their notes are kept for them.</source>
        <translation>本机没有的书：{count}。它们的笔记会保留。</translation>
    </message>
    <message>
        <source>Not understood and left out: {count}</source>
        <translation>无法识别而略去：{count}</translation>
    </message>
    <message>
        <source>Notes from another machine</source>
        <translation>另一台电脑的笔记</translation>
    </message>
    <message>
        <source>On the other machine this book was read as far as here: {place}</source>
        <translation>这本书在另一台电脑上读到这里：{place}</translation>
    </message>
    <message>
        <source>&amp;Go there</source>
        <translation>转到那里(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Stay here</source>
        <translation>留在这里(&amp;S)</translation>
    </message>
    <message>
        <source>Without text</source>
        <translation>没有文字</translation>
    </message>
    <message>
        <source>{title}; note: {note}; {chapter}, {percent} percent</source>
        <translation>{title}；笔记：{note}；{chapter}，{percent}%</translation>
    </message>
    <message>
        <source>{title}; note: {note}; {percent} percent</source>
        <translation>{title}；笔记：{note}；{percent}%</translation>
    </message>
    <message>
        <source>{title}, {chapter}, {percent} percent</source>
        <translation>{title}，{chapter}，{percent}%</translation>
    </message>
    <message>
        <source>{title}, {percent} percent</source>
        <translation>{title}，{percent}%</translation>
    </message>
    <message>
        <source>{row}, place uncertain</source>
        <translation>{row}，位置不确定</translation>
    </message>
    <message>
        <source>{chapter}, {percent} percent</source>
        <translation>{chapter}，{percent}%</translation>
    </message>
    <message>
        <source>{percent} percent</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>{place} — {note}</source>
        <translation>{place} — {note}</translation>
    </message>
    <message>
        <source>“{quotation}”</source>
        <translation>“{quotation}”</translation>
    </message>
    <message>
        <source>The book has changed: the words of this place are gone, so it is only near by.</source>
        <translation>这本书有改动：此处的文字已不存在，所以只能转到附近。</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Voices…</source>
        <translation>声音…</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>OpeningProgress</name>
    <message>
        <source>Opening</source>
        <translation>正在打开</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>正在读取 {name}</translation>
    </message>
</context>
<context>
    <name>PackJobs</name>
    <message>
        <source>{pack} is installed.</source>
        <translation>“{pack}”已安装。</translation>
    </message>
    <message>
        <source>Installing</source>
        <translation>正在安装</translation>
    </message>
    <message>
        <source>{pack} is updated.</source>
        <translation>“{pack}”已更新。</translation>
    </message>
    <message>
        <source>{pack} is up to date.</source>
        <translation>“{pack}”已是最新。</translation>
    </message>
    <message>
        <source>Updating</source>
        <translation>正在更新</translation>
    </message>
    <message>
        <source>Press Install again.</source>
        <translation>请再按“重新安装”。</translation>
    </message>
    <message>
        <source>Every file of {pack} is whole.</source>
        <translation>“{pack}”的文件全部完好。</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>{pack} is removed.</source>
        <translation>“{pack}”已移除。</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>正在移除</translation>
    </message>
</context>
<context>
    <name>Place</name>
    <message>
        <source>Save as</source>
        <translation>保存为</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>{format} (*.{ending})</source>
        <translation>{format} (*.{ending})</translation>
    </message>
    <message>
        <source>Where to make the folder</source>
        <translation>在哪里新建文件夹</translation>
    </message>
</context>
<context>
    <name>PlaceLine</name>
    <message>
        <source>Line {line}, column {column}.</source>
        <translation>第 {line} 行第 {column} 列。</translation>
    </message>
    <message>
        <source>Problems: {count}</source>
        <translation>问题：{count}</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>没有问题</translation>
    </message>
</context>
<context>
    <name>PlayerBar</name>
    <message>
        <source>&amp;Rate</source>
        <translation>语速(&amp;R)</translation>
    </message>
    <message>
        <source>V&amp;olume</source>
        <translation>音量(&amp;O)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>语速</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
</context>
<context>
    <name>Prepared</name>
    <message>
        <source>Pa&amp;use preparing</source>
        <translation>暂停建立索引(&amp;U)</translation>
    </message>
    <message>
        <source>Go on preparin&amp;g</source>
        <translation>继续建立索引(&amp;G)</translation>
    </message>
    <message>
        <source>All books are prepared.</source>
        <translation>所有书都已建立索引。</translation>
    </message>
    <message>
        <source>{count} of {all} books are prepared. Preparing is paused.</source>
        <translation>{all} 本书中已为 {count} 本建立索引。索引已暂停。</translation>
    </message>
    <message>
        <source>{count} of {all} books are prepared; the rest follows in the background.</source>
        <translation>{all} 本书中已为 {count} 本建立索引，其余在后台继续。</translation>
    </message>
    <message>
        <source>{count} of {all} books are prepared.</source>
        <translation>{all} 本书中已为 {count} 本建立索引。</translation>
    </message>
    <message>
        <source>Preparing goes on</source>
        <translation>继续建立索引</translation>
    </message>
    <message>
        <source>Preparing is paused</source>
        <translation>建立索引已暂停</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Line {line}, column {column}: {words}</source>
        <translation>第 {line} 行第 {column} 列：{words}</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>None is listed.</source>
        <translation>列表为空。</translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message>
        <source>This book&apos;s own settings</source>
        <translation>本书的专用设置</translation>
    </message>
    <message>
        <source>What is ticked here is kept for “{title}” alone. It begins as it is now; what you change of it while this book is open holds in this book only. What is not ticked is as in all books.</source>
        <translation>勾选的设置只为《{title}》保存，以现在的值开始；这本书打开时对它们的更改只在本书有效。没有勾选的与所有书相同。</translation>
    </message>
    <message>
        <source>&amp;Reading rate</source>
        <translation>朗读语速(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Voices</source>
        <translation>声音(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Text: font, size, lines, spacing, ruler and pinyin</source>
        <translation>文字：字体、字号、行高、间距、标尺和拼音(&amp;T)</translation>
    </message>
    <message>
        <source>Colours and &amp;zoom</source>
        <translation>配色和缩放(&amp;Z)</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>PronunciationDialog</name>
    <message>
        <source>How “{word}” is said</source>
        <translation>“{word}”的读音</translation>
    </message>
    <message>
        <source>How a word is said</source>
        <translation>词的读音</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>读作</translation>
    </message>
    <message>
        <source>It can be said.</source>
        <translation>可以这样读。</translation>
    </message>
    <message>
        <source>Write other words that sound as it should.</source>
        <translation>写出读音相同的其他文字。</translation>
    </message>
    <message>
        <source>Write a syllable for each character: chong2 qing4.</source>
        <translation>为每个汉字写一个音节：chong2 qing4。</translation>
    </message>
    <message>
        <source>Write it as dictionaries do: ˈtʃaɪnə.</source>
        <translation>按词典的写法：ˈtʃaɪnə。</translation>
    </message>
    <message>
        <source>The word is left out.</source>
        <translation>这个词不读。</translation>
    </message>
    <message>
        <source>The word is emphasised.</source>
        <translation>这个词会强调。</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>可选读音</translation>
    </message>
    <message>
        <source>&amp;Word</source>
        <translation>词(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Say</source>
        <translation>读作(&amp;S)</translation>
    </message>
    <message>
        <source>Readin&amp;gs</source>
        <translation>可选读音(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Hear it as it is now</source>
        <translation>听现在的读音(&amp;H)</translation>
    </message>
    <message>
        <source>Hear it the new wa&amp;y</source>
        <translation>听新读音(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保存(&amp;K)</translation>
    </message>
</context>
<context>
    <name>Pronunciations</name>
    <message>
        <source>also inside words</source>
        <translation>也包括词的一部分</translation>
    </message>
    <message>
        <source>a pattern</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>turned off</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>said “{words}”</source>
        <translation>读作“{words}”</translation>
    </message>
    <message>
        <source>pinyin {pinyin}</source>
        <translation>拼音 {pinyin}</translation>
    </message>
    <message>
        <source>IPA {signs}</source>
        <translation>国际音标 {signs}</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不读</translation>
    </message>
    <message>
        <source>emphasised</source>
        <translation>强调</translation>
    </message>
    <message>
        <source>in this book</source>
        <translation>在本书中</translation>
    </message>
    <message>
        <source>in {language}</source>
        <translation>在{language}中</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>所有文本</translation>
    </message>
</context>
<context>
    <name>PronunciationsDialog</name>
    <message>
        <source>Pronunciations</source>
        <translation>读音列表</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细内容</translation>
    </message>
    <message>
        <source>None is listed.</source>
        <translation>列表为空。</translation>
    </message>
    <message>
        <source>Turn &amp;on</source>
        <translation>启用(&amp;O)</translation>
    </message>
    <message>
        <source>Turn &amp;off</source>
        <translation>停用(&amp;O)</translation>
    </message>
    <message>
        <source>Pronunciations cannot be kept.</source>
        <translation>读音无法保存。</translation>
    </message>
    <message>
        <source>Taken back: {title}</source>
        <translation>已撤消：{title}</translation>
    </message>
    <message>
        <source>Kept: {word}</source>
        <translation>已保存：{word}</translation>
    </message>
    <message>
        <source>Changed: {word}</source>
        <translation>已更改：{word}</translation>
    </message>
    <message>
        <source>Removed: {word}</source>
        <translation>已移除：{word}</translation>
    </message>
    <message>
        <source>On: {word}</source>
        <translation>已启用：{word}</translation>
    </message>
    <message>
        <source>Off: {word}</source>
        <translation>已停用：{word}</translation>
    </message>
    <message>
        <source>No further that way</source>
        <translation>不能再往前了</translation>
    </message>
    <message>
        <source>Before {word}</source>
        <translation>在“{word}”之前</translation>
    </message>
    <message>
        <source>After {word}</source>
        <translation>在“{word}”之后</translation>
    </message>
    <message>
        <source>The pattern fits nothing in this chapter.</source>
        <translation>本章没有与模式匹配的文字。</translation>
    </message>
    <message>
        <source>Find a word</source>
        <translation>查找词</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>添加(&amp;A)…</translation>
    </message>
    <message>
        <source>Chan&amp;ge…</source>
        <translation>更改(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤消(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Hear</source>
        <translation>试听(&amp;H)</translation>
    </message>
    <message>
        <source>Move u&amp;p</source>
        <translation>上移(&amp;P)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Find a word</source>
        <translation>查找词(&amp;F)</translation>
    </message>
    <message>
        <source>Pro&amp;nunciations</source>
        <translation>读音列表(&amp;N)</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>计算机</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <translation>%1 已存在。
要替换它吗？</translation>
    </message>
    <message>
        <source>Are you sure you want to delete &apos;%1&apos;?</source>
        <translation>要删除“%1”吗？</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Left</source>
        <translation>左箭头</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右箭头</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上箭头</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下箭头</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>小键盘回车</translation>
    </message>
    <message>
        <source>Toggle Media Play/Pause</source>
        <translation>媒体播放/暂停</translation>
    </message>
</context>
<context>
    <name>Replacing</name>
    <message>
        <source>The folder {name} exists. It is replaced when the export is finished.</source>
        <translation>文件夹 {name} 已存在。导出完成时会替换它。</translation>
    </message>
    <message>
        <source>The folder {name} is not empty. Files of the same name are replaced.</source>
        <translation>文件夹 {name} 不是空的。同名文件会被替换。</translation>
    </message>
    <message>
        <source>The file {name} exists. It is replaced when the export is finished.</source>
        <translation>文件 {name} 已存在。导出完成时会替换它。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>替换(&amp;R)</translation>
    </message>
    <message>
        <source>Unfinished export</source>
        <translation>未完成的导出</translation>
    </message>
    <message>
        <source>An export of this book to this place was not finished.</source>
        <translation>这本书到这个位置的导出没有完成。</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>接着做(&amp;G)</translation>
    </message>
    <message>
        <source>Start &amp;anew</source>
        <translation>重新开始(&amp;A)</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation>报告(&amp;R)</translation>
    </message>
</context>
<context>
    <name>Restart</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Tingshu speaks {language} when it starts the next time.</source>
        <translation>听书下次启动时使用{language}。</translation>
    </message>
    <message>
        <source>Shall it start again now? Your book comes back at your place.</source>
        <translation>要现在重新启动吗？书会回到你读到的位置。</translation>
    </message>
    <message>
        <source>&amp;Start again</source>
        <translation>重新启动(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>以后再说(&amp;L)</translation>
    </message>
</context>
<context>
    <name>ScriptActions</name>
    <message>
        <source>Still looking who speaks; ask again in a moment</source>
        <translation>仍在识别说话人，请稍后再问</translation>
    </message>
    <message>
        <source>Looking who speaks; ask again in a moment</source>
        <translation>正在识别说话人，请稍后再问</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>The book has changed: sentences of its script that were not found again: {count}. They are kept, and read as the book has them.</source>
        <translation>这本书有改动：脚本中有 {count} 句没有找到。它们已保留，朗读时以书中的文字为准。</translation>
    </message>
</context>
<context>
    <name>ScriptButtons</name>
    <message>
        <source>&amp;Hear from here</source>
        <translation>从这里试听(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保存(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Reset…</source>
        <translation>恢复原状(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
</context>
<context>
    <name>ScriptDialog</name>
    <message>
        <source>Script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>The script has been changed. Shall the changes be kept?</source>
        <translation>脚本已修改。要保存更改吗？</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保存(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃(&amp;D)</translation>
    </message>
    <message>
        <source>Script of {title}</source>
        <translation>《{title}》的脚本</translation>
    </message>
    <message>
        <source>The script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>恢复原状</translation>
    </message>
    <message>
        <source>Put the script as it is found in place of what is written here?</source>
        <translation>要用自动生成的脚本替换这里的内容吗？</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>恢复原状(&amp;R)</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>Kept. Sentences said otherwise than they are found: {count}.</source>
        <translation>已保存。与自动生成不同的句子：{count}。</translation>
    </message>
    <message>
        <source>Reset. Control Z takes it back, Control S keeps it.</source>
        <translation>已恢复原状。按 Ctrl+Z 撤消，按 Ctrl+S 保存。</translation>
    </message>
    <message>
        <source>Imported. Control Z takes it back, Control S keeps it.</source>
        <translation>已导入。按 Ctrl+Z 撤消，按 Ctrl+S 保存。</translation>
    </message>
    <message>
        <source>What was not kept last time is here again. Control Z takes it away.</source>
        <translation>上次没有保存的内容已恢复。按 Ctrl+Z 去掉。</translation>
    </message>
    <message>
        <source>Not kept. {why}</source>
        <translation>没有保存。{why}</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>问题(&amp;P)</translation>
    </message>
</context>
<context>
    <name>ScriptFiles</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Written to {name}</source>
        <translation>已写入 {name}</translation>
    </message>
    <message>
        <source>Scripts (*.ssml *.xml)</source>
        <translation>脚本 (*.ssml *.xml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>ScriptKeeper</name>
    <message>
        <source>the script of {title}</source>
        <translation>{title}的脚本</translation>
    </message>
</context>
<context>
    <name>Seeker</name>
    <message>
        <source>Looking for the file</source>
        <translation>查找文件</translation>
    </message>
    <message>
        <source>Looking for the file of “{title}”</source>
        <translation>正在查找《{title}》的文件</translation>
    </message>
    <message>
        <source>Found in {folder}</source>
        <translation>已在 {folder} 找到</translation>
    </message>
    <message>
        <source>The file of “{title}” is not at {path} any more, and was not found in the folders of the library. Your place and your notes are kept.</source>
        <translation>《{title}》的文件已不在 {path}，在书库的文件夹中也没有找到。你的阅读位置和笔记都还在。</translation>
    </message>
    <message>
        <source>File not found</source>
        <translation>找不到文件</translation>
    </message>
    <message>
        <source>&amp;Find it…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Where is “{title}”?</source>
        <translation>《{title}》在哪里？</translation>
    </message>
</context>
<context>
    <name>SelfVoicingOffer</name>
    <message>
        <source>Shall Tingshu speak what you do in its windows?</source>
        <translation>要让听书读出你在界面上的操作吗？</translation>
    </message>
    <message>
        <source>Press Enter to have it spoken, Escape if you see the window.</source>
        <translation>需要朗读请按回车，能看见窗口请按 Esc。</translation>
    </message>
    <message>
        <source>Speak the window</source>
        <translation>朗读界面</translation>
    </message>
    <message>
        <source>Where a screen reader runs, Tingshu leaves speaking to it.</source>
        <translation>如果有读屏软件在运行，听书会交给它来读。</translation>
    </message>
    <message>
        <source>&amp;Speak</source>
        <translation>朗读(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>不用(&amp;N)</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>查找设置</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>设置页</translation>
    </message>
    <message>
        <source>Found settings</source>
        <translation>找到的设置</translation>
    </message>
    <message>
        <source>Only for this book.</source>
        <translation>仅用于本书。</translation>
    </message>
    <message>
        <source>&amp;Reset this page</source>
        <translation>重置本页(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤消(&amp;U)</translation>
    </message>
    <message>
        <source>Reset ever&amp;ything…</source>
        <translation>全部重置(&amp;Y)…</translation>
    </message>
    <message>
        <source>{page}: {setting}</source>
        <translation>{page}：{setting}</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>1 setting found</source>
        <translation>找到 1 项设置</translation>
    </message>
    <message>
        <source>{count} settings found</source>
        <translation>找到 {count} 项设置</translation>
    </message>
    <message>
        <source>Reset everything</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Give all settings on all pages their usual values?</source>
        <translation>要把所有页面的全部设置恢复为默认值吗？</translation>
    </message>
    <message>
        <source>&amp;Reset them</source>
        <translation>重置(&amp;R)</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>全部设置</translation>
    </message>
    <message>
        <source>Taken back: {title}</source>
        <translation>已撤消：{title}</translation>
    </message>
    <message>
        <source>Nothing to take back</source>
        <translation>没有可撤消的操作</translation>
    </message>
    <message>
        <source>&amp;Find a setting</source>
        <translation>查找设置(&amp;F)</translation>
    </message>
    <message>
        <source>Te&amp;xt size in points</source>
        <translation>字号（磅）(&amp;X)</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>朗读</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Emphasis</source>
        <translation>强调</translation>
    </message>
    <message>
        <source>Accessibility</source>
        <translation>无障碍</translation>
    </message>
    <message>
        <source>The usual values hold again.</source>
        <translation>已恢复默认值。</translation>
    </message>
    <message>
        <source>The &amp;voice follows the caret</source>
        <translation>朗读跟随光标(&amp;V)</translation>
    </message>
    <message>
        <source>Mark the &amp;sentence being spoken</source>
        <translation>标出正在朗读的句子(&amp;S)</translation>
    </message>
    <message>
        <source>Mark the &amp;word being spoken</source>
        <translation>标出正在朗读的词(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Never</source>
        <translation>不停(&amp;N)</translation>
    </message>
    <message>
        <source>After &amp;every sentence</source>
        <translation>每句后停下(&amp;E)</translation>
    </message>
    <message>
        <source>Stop to study</source>
        <translation>精读模式</translation>
    </message>
    <message>
        <source>Seconds of silence</source>
        <translation>停顿秒数</translation>
    </message>
    <message>
        <source>After a &amp;sentence</source>
        <translation>句后(&amp;S)</translation>
    </message>
    <message>
        <source>After a &amp;paragraph</source>
        <translation>段后(&amp;P)</translation>
    </message>
    <message>
        <source>After a &amp;heading</source>
        <translation>标题后(&amp;H)</translation>
    </message>
    <message>
        <source>After a chap&amp;ter</source>
        <translation>章后(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Tell the screen reader what happens</source>
        <translation>把发生的事告诉读屏软件(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;As suits the screen reader</source>
        <translation>按读屏软件自动选择(&amp;A)</translation>
    </message>
    <message>
        <source>By an announcement &amp;event</source>
        <translation>用播报事件(&amp;E)</translation>
    </message>
    <message>
        <source>By a &amp;notification</source>
        <translation>用通知(&amp;N)</translation>
    </message>
    <message>
        <source>In which way</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>&amp;Speak the window in the program&apos;s own voice</source>
        <translation>用程序自带语音朗读界面(&amp;S)</translation>
    </message>
    <message>
        <source>Pa&amp;ges</source>
        <translation>设置页(&amp;G)</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>colours night mode inverted bright</source>
        <translation>颜色 配色 夜间模式 反色 明亮 yanse peise yejian</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>跟随桌面(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>深色(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Sepia</source>
        <translation>护眼（棕褐色）(&amp;S)</translation>
    </message>
    <message>
        <source>High contrast, &amp;white on black</source>
        <translation>高对比度，黑底白字(&amp;W)</translation>
    </message>
    <message>
        <source>High contrast, &amp;black on white</source>
        <translation>高对比度，白底黑字(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>缩放(&amp;Z)</translation>
    </message>
    <message>
        <source>size enlarge magnify large small</source>
        <translation>大小 放大 缩小 daxiao fangda</translation>
    </message>
    <message>
        <source> %</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Text of the book</source>
        <translation>书的正文</translation>
    </message>
    <message>
        <source>F&amp;ont</source>
        <translation>字体(&amp;O)</translation>
    </message>
    <message>
        <source>face letters typeface dyslexia serif</source>
        <translation>字形 衬线 阅读障碍 ziti zixing</translation>
    </message>
    <message>
        <source>font letters large small</source>
        <translation>字体 字大小 放大 缩小 zihao</translation>
    </message>
    <message>
        <source>L&amp;ine height</source>
        <translation>行高(&amp;I)</translation>
    </message>
    <message>
        <source>spacing leading</source>
        <translation>行距 间距 hangju</translation>
    </message>
    <message>
        <source>L&amp;etter spacing in percent</source>
        <translation>字间距（百分比）(&amp;E)</translation>
    </message>
    <message>
        <source>tracking dyslexia</source>
        <translation>字距 阅读障碍 ziju</translation>
    </message>
    <message>
        <source>&amp;Most letters in a line</source>
        <translation>每行最多字数(&amp;M)</translation>
    </message>
    <message>
        <source>column width margins</source>
        <translation>栏宽 页边距 langkuan</translation>
    </message>
    <message>
        <source>Set off the li&amp;ne being read</source>
        <translation>突出显示正在读的行(&amp;N)</translation>
    </message>
    <message>
        <source>reading ruler line guide</source>
        <translation>阅读标尺 行 引导 biaochi</translation>
    </message>
    <message>
        <source>&amp;Pinyin above hanzi</source>
        <translation>汉字上方标注拼音(&amp;P)</translation>
    </message>
    <message>
        <source>ruby pronunciation Chinese</source>
        <translation>注音 读音 中文 zhuyin pinyin</translation>
    </message>
    <message>
        <source>Chinese numbers</source>
        <translation>中文数字</translation>
    </message>
    <message>
        <source>1 in telephone, room and train numbers</source>
        <translation>电话、房间和车次号码中的 1</translation>
    </message>
    <message>
        <source>As y&amp;ao: 110 is 幺幺零</source>
        <translation>读“幺”：110 读“幺幺零”(&amp;A)</translation>
    </message>
    <message>
        <source>As y&amp;i: 110 is 一一零</source>
        <translation>读“一”：110 读“一一零”(&amp;I)</translation>
    </message>
    <message>
        <source>Temperatures below zero, such as −10 ℃</source>
        <translation>零度以下的温度，如 −10 ℃</translation>
    </message>
    <message>
        <source>&amp;Below zero: 零下十摄氏度</source>
        <translation>读“零下”：零下十摄氏度(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Minus: 负十摄氏度</source>
        <translation>读“负”：负十摄氏度(&amp;M)</translation>
    </message>
    <message>
        <source>Dates in digits, such as 2024-05-01</source>
        <translation>数字日期，如 2024-05-01</translation>
    </message>
    <message>
        <source>As is wri&amp;tten: 五月一日</source>
        <translation>书面语：五月一日(&amp;T)</translation>
    </message>
    <message>
        <source>As is spo&amp;ken: 五月一号</source>
        <translation>口语：五月一号(&amp;K)</translation>
    </message>
    <message>
        <source>Two percentages, such as 30%-50%</source>
        <translation>两个百分数，如 30%-50%</translation>
    </message>
    <message>
        <source>Percent with &amp;each: 百分之三十到百分之五十</source>
        <translation>都读“百分之”：百分之三十到百分之五十(&amp;E)</translation>
    </message>
    <message>
        <source>Percent &amp;once: 百分之三十到五十</source>
        <translation>只读一次“百分之”：百分之三十到五十(&amp;O)</translation>
    </message>
    <message>
        <source>English numbers</source>
        <translation>英文数字</translation>
    </message>
    <message>
        <source>Dates with strokes, such as 03/04/2021</source>
        <translation>带斜杠的日期，如 03/04/2021</translation>
    </message>
    <message>
        <source>&amp;Month first: March fourth, 2021</source>
        <translation>先月后日：March fourth, 2021(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Day first: the third of April, 2021</source>
        <translation>先日后月：the third of April, 2021(&amp;D)</translation>
    </message>
    <message>
        <source>Other dates, such as January 5 or 2012-01-05</source>
        <translation>其他日期，如 January 5 或 2012-01-05</translation>
    </message>
    <message>
        <source>&amp;January fifth</source>
        <translation>January fifth(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;The fifth of January</source>
        <translation>The fifth of January(&amp;T)</translation>
    </message>
    <message>
        <source>Hundreds, such as 105</source>
        <translation>百位数，如 105</translation>
    </message>
    <message>
        <source>One &amp;hundred five</source>
        <translation>One hundred five(&amp;H)</translation>
    </message>
    <message>
        <source>One hundred &amp;and five</source>
        <translation>One hundred and five(&amp;A)</translation>
    </message>
    <message>
        <source>Zero among digits, such as 3.05</source>
        <translation>数字中的零，如 3.05</translation>
    </message>
    <message>
        <source>Three point &amp;zero five</source>
        <translation>Three point zero five(&amp;Z)</translation>
    </message>
    <message>
        <source>Three point &amp;oh five</source>
        <translation>Three point oh five(&amp;O)</translation>
    </message>
    <message>
        <source>Numbers below zero, such as −5</source>
        <translation>负数，如 −5</translation>
    </message>
    <message>
        <source>M&amp;inus five</source>
        <translation>Minus five(&amp;I)</translation>
    </message>
    <message>
        <source>N&amp;egative five</source>
        <translation>Negative five(&amp;E)</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Give characters &amp;voices of their own</source>
        <translation>为角色使用各自的声音(&amp;V)</translation>
    </message>
    <message>
        <source>cast roles dialogue drama</source>
        <translation>角色 对话 广播剧 juese duihua</translation>
    </message>
    <message>
        <source>Least &amp;percent sure who speaks</source>
        <translation>说话人的最低把握（百分比）(&amp;P)</translation>
    </message>
    <message>
        <source>certain confidence speaker</source>
        <translation>确定 把握 说话人 bawo</translation>
    </message>
    <message>
        <source>Whoever is less sure speaks</source>
        <translation>把握不足时</translation>
    </message>
    <message>
        <source>In the &amp;narrator&apos;s voice</source>
        <translation>用旁白的声音(&amp;N)</translation>
    </message>
    <message>
        <source>In a voice li&amp;ke the narrator&apos;s</source>
        <translation>用与旁白相近的声音(&amp;K)</translation>
    </message>
    <message>
        <source>Say it as the words &amp;tell: whispered, shouted</source>
        <translation>按文字的描述朗读：低语、喊叫等(&amp;T)</translation>
    </message>
    <message>
        <source>feelings emotions acting</source>
        <translation>感情 情绪 表演 ganqing</translation>
    </message>
    <message>
        <source>What the &amp;author emphasises</source>
        <translation>作者强调的文字(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Headings</source>
        <translation>标题(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Defined terms</source>
        <translation>定义的术语(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Words you emphasise</source>
        <translation>你强调的词(&amp;W)</translation>
    </message>
    <message>
        <source>100 is the usual strength; at 0 nothing is emphasised.</source>
        <translation>100 为默认强度；0 表示不强调。</translation>
    </message>
    <message>
        <source>Strength in percent</source>
        <translation>强度（百分比）</translation>
    </message>
    <message>
        <source>emphasis stress bold italics</source>
        <translation>强调 重读 粗体 斜体 qiangdiao</translation>
    </message>
    <message>
        <source>The c&amp;aret follows the voice</source>
        <translation>光标跟随朗读(&amp;A)</translation>
    </message>
    <message>
        <source>cursor braille position</source>
        <translation>光标 盲文 点显器 位置 guangbiao</translation>
    </message>
    <message>
        <source>cursor position</source>
        <translation>光标 位置 guangbiao</translation>
    </message>
    <message>
        <source>highlight colour</source>
        <translation>高亮 颜色 gaoliang</translation>
    </message>
    <message>
        <source>learn pause repeat</source>
        <translation>学习 精读 停顿 重复 xuexi</translation>
    </message>
    <message>
        <source>After every &amp;paragraph</source>
        <translation>每段后停下(&amp;P)</translation>
    </message>
    <message>
        <source>Rea&amp;ding rate</source>
        <translation>朗读语速(&amp;D)</translation>
    </message>
    <message>
        <source>speed tempo faster slower</source>
        <translation>速度 快 慢 yusu</translation>
    </message>
    <message>
        <source>V&amp;olume</source>
        <translation>音量(&amp;O)</translation>
    </message>
    <message>
        <source>loudness louder quieter</source>
        <translation>响度 大声 小声 yinliang</translation>
    </message>
    <message>
        <source>Sound a to&amp;ne at headings and bookmarks</source>
        <translation>在标题和书签处发出提示音(&amp;N)</translation>
    </message>
    <message>
        <source>cue signal beep</source>
        <translation>提示音 信号 嘟声 tishiyin</translation>
    </message>
    <message>
        <source>Read descr&amp;iptions of pictures</source>
        <translation>朗读图片说明(&amp;I)</translation>
    </message>
    <message>
        <source>images alternative text</source>
        <translation>图像 替代文字 图片 tupian</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>停顿 tingdun</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>All of the window speaks it from the next start on.</source>
        <translation>下次启动后，整个界面都使用它。</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>书库</translation>
    </message>
    <message>
        <source>&amp;Prepare all books for search</source>
        <translation>为所有书建立搜索索引(&amp;P)</translation>
    </message>
    <message>
        <source>index full text background find</source>
        <translation>索引 全文 后台 查找 suoyin</translation>
    </message>
    <message>
        <source>In the background, whenever there is nothing else to do. Without it, the library finds titles and authors alone.</source>
        <translation>空闲时在后台进行。不建立索引时，书库只能查找书名和作者。</translation>
    </message>
    <message>
        <source>announce messages</source>
        <translation>播报 提示 消息 bobao</translation>
    </message>
    <message>
        <source>announce messages screen reader</source>
        <translation>播报 提示 消息 读屏软件 bobao</translation>
    </message>
    <message>
        <source>self-voicing blind screen reader</source>
        <translation>自带语音 盲人 读屏软件 zidai</translation>
    </message>
</context>
<context>
    <name>Shelf</name>
    <message>
        <source>{what}.</source>
        <translation>{what}。</translation>
    </message>
    <message>
        <source>Stopped: {what}.</source>
        <translation>已停止：{what}。</translation>
    </message>
    <message>
        <source>No book added</source>
        <translation>没有添加书</translation>
    </message>
    <message>
        <source>1 book added</source>
        <translation>已添加 1 本书</translation>
    </message>
    <message>
        <source>{count} books added</source>
        <translation>已添加 {count} 本书</translation>
    </message>
    <message>
        <source>1 found again in another place</source>
        <translation>1 本在别处重新找到</translation>
    </message>
    <message>
        <source>{count} found again in other places</source>
        <translation>{count} 本在别处重新找到</translation>
    </message>
    <message>
        <source>1 was there already</source>
        <translation>1 本已在书架上</translation>
    </message>
    <message>
        <source>{count} were there already</source>
        <translation>{count} 本已在书架上</translation>
    </message>
    <message>
        <source>1 could not be read</source>
        <translation>1 本无法读取</translation>
    </message>
    <message>
        <source>{count} could not be read</source>
        <translation>{count} 本无法读取</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已读完</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>{percent} percent read</source>
        <translation>已读 {percent}%</translation>
    </message>
    <message>
        <source>about {duration}</source>
        <translation>约 {duration}</translation>
    </message>
    <message>
        <source>about {duration} left</source>
        <translation>剩余约 {duration}</translation>
    </message>
    <message>
        <source>{shown} of {all} books</source>
        <translation>{all} 本书中的 {shown} 本</translation>
    </message>
    <message>
        <source>1 book</source>
        <translation>1 本书</translation>
    </message>
    <message>
        <source>{count} books</source>
        <translation>{count} 本书</translation>
    </message>
    <message>
        <source>{title} ({count})</source>
        <translation>{title}（{count}）</translation>
    </message>
</context>
<context>
    <name>ShelfButtons</name>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Mark as fi&amp;nished</source>
        <translation>标为已读完(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Remove with no&amp;tes…</source>
        <translation>连同笔记移除(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤消(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Add files…</source>
        <translation>添加文件(&amp;A)…</translation>
    </message>
    <message>
        <source>Add a fol&amp;der…</source>
        <translation>添加文件夹(&amp;D)…</translation>
    </message>
    <message>
        <source>Mark as &amp;not finished</source>
        <translation>标为未读完(&amp;N)</translation>
    </message>
    <message>
        <source>Books (*.epub *.html *.htm *.xhtml *.txt *.md *.xml *.tei);;All files (*)</source>
        <translation>书籍 (*.epub *.html *.htm *.xhtml *.txt *.md *.xml *.tei);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>添加文件夹</translation>
    </message>
</context>
<context>
    <name>ShelfChanges</name>
    <message>
        <source>Removed from the shelf; its notes are kept. Ctrl+Z brings it back.</source>
        <translation>已从书架移除，笔记仍保留。按 Ctrl+Z 恢复。</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已读完</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>未读完</translation>
    </message>
    <message>
        <source>Remove “{title}” with its place, bookmarks and notes? This cannot be taken back. The file stays where it is.</source>
        <translation>要把《{title}》连同阅读位置、书签和笔记一起移除吗？此操作无法撤消。文件本身不会删除。</translation>
    </message>
    <message>
        <source>“{title}” is the open book. Close it and remove it with its place, bookmarks and notes? This cannot be taken back. The file stays where it is.</source>
        <translation>《{title}》正打开着。要关闭它，并连同阅读位置、书签和笔记一起移除吗？此操作无法撤消。文件本身不会删除。</translation>
    </message>
    <message>
        <source>Remove with notes</source>
        <translation>连同笔记移除</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Nothing to take back</source>
        <translation>没有可撤消的操作</translation>
    </message>
    <message>
        <source>Taken back: {title}</source>
        <translation>已撤消：{title}</translation>
    </message>
    <message>
        <source>Removed with its notes: {title}</source>
        <translation>已连同笔记移除：{title}</translation>
    </message>
</context>
<context>
    <name>Sides</name>
    <message>
        <source>Script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>The book</source>
        <translation>书中原文</translation>
    </message>
    <message>
        <source>&amp;Script</source>
        <translation>脚本(&amp;S)</translation>
    </message>
    <message>
        <source>The &amp;book</source>
        <translation>书中原文(&amp;B)</translation>
    </message>
</context>
<context>
    <name>SkippingDialog</name>
    <message>
        <source>What is left out</source>
        <translation>略去的内容</translation>
    </message>
    <message>
        <source>In this book, leave out</source>
        <translation>在本书中略去</translation>
    </message>
    <message>
        <source>&amp;Nothing: read all there is</source>
        <translation>不略去：全部朗读(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Some: notes</source>
        <translation>少量：注释(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Most: notes, tables and code</source>
        <translation>多数：注释、表格和代码(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;All but the text: pictures and lists of links as well</source>
        <translation>只读正文：图片和链接列表也略去(&amp;A)</translation>
    </message>
    <message>
        <source>Read &amp;descriptions of pictures</source>
        <translation>朗读图片说明(&amp;D)</translation>
    </message>
    <message>
        <source>Do so in new &amp;books too</source>
        <translation>新书也这样处理(&amp;B)</translation>
    </message>
</context>
<context>
    <name>SleepDialog</name>
    <message>
        <source>Sleep timer</source>
        <translation>睡眠定时</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>停止朗读</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>After {minutes} minutes</source>
        <translation>{minutes} 分钟后</translation>
    </message>
    <message>
        <source>At the end of the chapter</source>
        <translation>本章结束时</translation>
    </message>
    <message>
        <source>After minutes of your own</source>
        <translation>自定分钟数后</translation>
    </message>
    <message>
        <source>Minutes of your own</source>
        <translation>自定分钟数</translation>
    </message>
    <message>
        <source>The timer is off.</source>
        <translation>定时已关闭。</translation>
    </message>
    <message>
        <source>Reading stops at the end of the chapter.</source>
        <translation>本章结束时停止朗读。</translation>
    </message>
    <message>
        <source>Time left: {time}</source>
        <translation>剩余时间：{time}</translation>
    </message>
    <message>
        <source>&amp;Stop reading</source>
        <translation>停止朗读(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Minutes of your own</source>
        <translation>自定分钟数(&amp;M)</translation>
    </message>
</context>
<context>
    <name>SoundDialog</name>
    <message>
        <source>Sound</source>
        <translation>声音设备</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>设备(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Seconds kept ready</source>
        <translation>缓冲秒数(&amp;S)</translation>
    </message>
    <message>
        <source>If the sound stutters on a busy computer, keep more seconds ready.</source>
        <translation>电脑繁忙时如果声音断续，请增加缓冲秒数。</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>The system&apos;s choice</source>
        <translation>系统默认</translation>
    </message>
    <message>
        <source>Seconds kept ready</source>
        <translation>缓冲秒数</translation>
    </message>
</context>
<context>
    <name>SpeechStep</name>
    <message>
        <source>Who speaks the windows</source>
        <translation>由谁朗读界面</translation>
    </message>
    <message>
        <source>Do you use a screen reader, or shall Tingshu speak by itself?</source>
        <translation>你使用读屏软件，还是由听书自己朗读？</translation>
    </message>
    <message>
        <source>A screen &amp;reader reads the windows to me</source>
        <translation>由读屏软件朗读界面(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Tingshu speaks its windows itself</source>
        <translation>由听书自己朗读界面(&amp;T)</translation>
    </message>
    <message>
        <source>Neither: &amp;I see them</source>
        <translation>都不用：我看得见(&amp;I)</translation>
    </message>
    <message>
        <source>No screen reader is running now.</source>
        <translation>现在没有读屏软件在运行。</translation>
    </message>
    <message>
        <source>A screen reader is running; Tingshu leaves speaking to it.</source>
        <translation>有读屏软件在运行，听书会交给它来读。</translation>
    </message>
    <message>
        <source>{name} is running; Tingshu leaves speaking to it.</source>
        <translation>{name} 在运行，听书会交给它来读。</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Chapter {number} of {all}: {title}</source>
        <translation>第 {number} 章，共 {all} 章：{title}</translation>
    </message>
    <message>
        <source>Getting the voice ready</source>
        <translation>正在准备声音</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>正在播放</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
</context>
<context>
    <name>StepActions</name>
    <message>
        <source>No next sentence</source>
        <translation>后面没有句子了</translation>
    </message>
    <message>
        <source>No previous sentence</source>
        <translation>前面没有句子了</translation>
    </message>
    <message>
        <source>No next paragraph</source>
        <translation>后面没有段落了</translation>
    </message>
    <message>
        <source>No previous paragraph</source>
        <translation>前面没有段落了</translation>
    </message>
    <message>
        <source>No next chapter</source>
        <translation>后面没有章了</translation>
    </message>
    <message>
        <source>No previous chapter</source>
        <translation>前面没有章了</translation>
    </message>
    <message>
        <source>No text in this chapter</source>
        <translation>本章没有文字</translation>
    </message>
    <message>
        <source>Nothing to leave here</source>
        <translation>这里没有可跳出的内容</translation>
    </message>
</context>
<context>
    <name>Stopping</name>
    <message>
        <source>Stop the export</source>
        <translation>停止导出</translation>
    </message>
    <message>
        <source>Stop the export of “{title}”?</source>
        <translation>停止导出《{title}》？</translation>
    </message>
    <message>
        <source>Files that are finished stay. What is not can be kept to go on later.</source>
        <translation>已完成的文件会保留。未完成的部分可以留待以后继续。</translation>
    </message>
    <message>
        <source>&amp;Keep for later</source>
        <translation>留待以后(&amp;K)</translation>
    </message>
    <message>
        <source>Gi&amp;ve up</source>
        <translation>放弃(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Do not stop</source>
        <translation>不停止(&amp;D)</translation>
    </message>
    <message>
        <source>Give up the export of “{title}”? Files that are finished stay; the rest is lost.</source>
        <translation>放弃《{title}》的导出？已完成的文件会保留，其余的会丢失。</translation>
    </message>
    <message>
        <source>Give up the export</source>
        <translation>放弃导出</translation>
    </message>
</context>
<context>
    <name>TableActions</name>
    <message>
        <source>Edge of the table</source>
        <translation>已到表格边缘</translation>
    </message>
    <message>
        <source>Not in a table</source>
        <translation>不在表格中</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>row {row} of {rows}, column {column} of {columns}</source>
        <translation>第 {row} 行，共 {rows} 行，第 {column} 列，共 {columns} 列</translation>
    </message>
</context>
<context>
    <name>TextsPage</name>
    <message>
        <source>Passages</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>G&amp;o to the passage</source>
        <translation>转到该处(&amp;O)</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>More than {count} passages in {books} books</source>
        <translation>{books} 本书中有超过 {count} 处</translation>
    </message>
    <message>
        <source>1 passage</source>
        <translation>1 处</translation>
    </message>
    <message>
        <source>{count} passages in 1 book</source>
        <translation>1 本书中有 {count} 处</translation>
    </message>
    <message>
        <source>{count} passages in {books} books</source>
        <translation>{books} 本书中有 {count} 处</translation>
    </message>
    <message>
        <source>Search in all books</source>
        <translation>在所有书中搜索</translation>
    </message>
    <message>
        <source>Words, or “a phrase”</source>
        <translation>词，或“短语”</translation>
    </message>
    <message>
        <source>&amp;Search in all books</source>
        <translation>在所有书中搜索(&amp;S)</translation>
    </message>
</context>
<context>
    <name>Typeface</name>
    <message>
        <source>OpenDyslexic: letters heavy below</source>
        <translation>OpenDyslexic：字母底部加粗</translation>
    </message>
    <message>
        <source>Usual, with serifs</source>
        <translation>默认，有衬线</translation>
    </message>
    <message>
        <source>Usual, without serifs</source>
        <translation>默认，无衬线</translation>
    </message>
    <message>
        <source>It is not installed. On Debian and Ubuntu, install the package {package}.</source>
        <translation>尚未安装。在 Debian 和 Ubuntu 上，请安装软件包 {package}。</translation>
    </message>
</context>
<context>
    <name>ViewActions</name>
    <message>
        <source>Settings of this book alone cannot be kept</source>
        <translation>无法保存只用于本书的设置</translation>
    </message>
    <message>
        <source>{choice}: on</source>
        <translation>{choice}：开</translation>
    </message>
    <message>
        <source>{choice}: off</source>
        <translation>{choice}：关</translation>
    </message>
    <message>
        <source>Zoom {percent} %</source>
        <translation>缩放 {percent}%</translation>
    </message>
    <message>
        <source>Theme: {theme}</source>
        <translation>主题：{theme}</translation>
    </message>
</context>
<context>
    <name>VoiceStep</name>
    <message>
        <source>The voices</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>&amp;English</source>
        <translation>英语(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Chinese</source>
        <translation>中文(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Hear English</source>
        <translation>试听英语(&amp;H)</translation>
    </message>
    <message>
        <source>He&amp;ar Chinese</source>
        <translation>试听中文(&amp;A)</translation>
    </message>
    <message>
        <source>Which voices shall read to you?</source>
        <translation>用哪些声音为你朗读？</translation>
    </message>
    <message>
        <source>Looking for voices…</source>
        <translation>正在查找声音…</translation>
    </message>
    <message>
        <source>&amp;More voices…</source>
        <translation>更多声音(&amp;M)…</translation>
    </message>
    <message>
        <source>No voice for this language is installed.</source>
        <translation>没有安装这种语言的声音。</translation>
    </message>
    <message>
        <source>All voices there are have been installed.</source>
        <translation>所有声音都已安装。</translation>
    </message>
    <message>
        <source>1 more pack of voices can be installed.</source>
        <translation>还可以安装 1 个声音包。</translation>
    </message>
    <message>
        <source>{count} more packs of voices can be installed.</source>
        <translation>还可以安装 {count} 个声音包。</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
</context>
<context>
    <name>VoicesDialog</name>
    <message>
        <source>Voices</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>音色</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>&amp;Listen</source>
        <translation>试听(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Use this voice</source>
        <translation>使用这个声音(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Install</source>
        <translation>安装(&amp;I)</translation>
    </message>
    <message>
        <source>U&amp;pdate</source>
        <translation>更新(&amp;P)</translation>
    </message>
    <message>
        <source>Chec&amp;k</source>
        <translation>检查(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>移除(&amp;R)…</translation>
    </message>
    <message>
        <source>About the voice</source>
        <translation>声音说明</translation>
    </message>
    <message>
        <source>&amp;About the voice</source>
        <translation>声音说明(&amp;A)</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>any other</source>
        <translation>其他任何语言</translation>
    </message>
    <message>
        <source>{count} voices</source>
        <translation>{count} 种声音</translation>
    </message>
    <message>
        <source>girl</source>
        <translation>女孩</translation>
    </message>
    <message>
        <source>young woman</source>
        <translation>年轻女性</translation>
    </message>
    <message>
        <source>woman</source>
        <translation>女性</translation>
    </message>
    <message>
        <source>elderly woman</source>
        <translation>老年女性</translation>
    </message>
    <message>
        <source>boy</source>
        <translation>男孩</translation>
    </message>
    <message>
        <source>young man</source>
        <translation>年轻男性</translation>
    </message>
    <message>
        <source>man</source>
        <translation>男性</translation>
    </message>
    <message>
        <source>elderly man</source>
        <translation>老年男性</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>未安装</translation>
    </message>
    <message>
        <source>cannot speak</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>已安装</translation>
    </message>
    <message>
        <source>reads {languages}</source>
        <translation>用于朗读{languages}</translation>
    </message>
    <message>
        <source>{state}, update to be had</source>
        <translation>{state}，有更新</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>许可：{licence}</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>来源：{source}</translation>
    </message>
    <message>
        <source>To download: {megabytes} MB</source>
        <translation>需下载：{megabytes} MB</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Install again</source>
        <translation>重新安装(&amp;I)</translation>
    </message>
    <message>
        <source>{voice} reads {languages} now.</source>
        <translation>现在用“{voice}”朗读{languages}。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove {pack} and all its voices?</source>
        <translation>要移除“{pack}”及其所有声音吗？</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Open a book, and press {key} to have it read aloud.</source>
        <translation>打开一本书，按 {key} 开始朗读。</translation>
    </message>
    <message>
        <source>{title} · {read}</source>
        <translation>{title} · {read}</translation>
    </message>
</context>
<context>
    <name>WhereDialog</name>
    <message>
        <source>Where am I</source>
        <translation>我在哪里</translation>
    </message>
    <message>
        <source>Book: {title}</source>
        <translation>书名：{title}</translation>
    </message>
    <message>
        <source>Rate: {rate:.1f}</source>
        <translation>语速：{rate:.1f}</translation>
    </message>
    <message>
        <source>Voice: {voice}</source>
        <translation>声音：{voice}</translation>
    </message>
    <message>
        <source>Your place</source>
        <translation>你的位置</translation>
    </message>
    <message>
        <source>Your &amp;place</source>
        <translation>你的位置(&amp;P)</translation>
    </message>
    <message>
        <source>{percent} percent</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>Page {page}</source>
        <translation>第 {page} 页</translation>
    </message>
    <message>
        <source>{duration} left</source>
        <translation>剩余 {duration}</translation>
    </message>
    <message>
        <source>Less than a minute</source>
        <translation>不到一分钟</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>{count} hours</source>
        <translation>{count} 小时</translation>
    </message>
    <message>
        <source>{hours} {minutes}</source>
        <translation>{hours} {minutes}</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 分钟</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} 分钟</translation>
    </message>
    <message>
        <source>Chapter {number} of {all}</source>
        <translation>第 {number} 章，共 {all} 章</translation>
    </message>
    <message>
        <source>Chapter {number} of {all}, {title}</source>
        <translation>第 {number} 章，共 {all} 章，{title}</translation>
    </message>
    <message>
        <source>Headings: {headings}</source>
        <translation>标题：{headings}</translation>
    </message>
    <message>
        <source>{percent:.1f} percent of the book</source>
        <translation>全书 {percent:.1f}% 处</translation>
    </message>
    <message>
        <source>Page {page}; the last is {last}</source>
        <translation>第 {page} 页；最后一页是 {last}</translation>
    </message>
    <message>
        <source>Paragraph {number} of {all} in the chapter</source>
        <translation>本章第 {number} 段，共 {all} 段</translation>
    </message>
    <message>
        <source>Left in the chapter: {duration}</source>
        <translation>本章剩余：{duration}</translation>
    </message>
    <message>
        <source>Left in the book: {duration}</source>
        <translation>全书剩余：{duration}</translation>
    </message>
</context>
<context>
    <name>WhoIsWho</name>
    <message>
        <source>&amp;Who is {name}?</source>
        <translation>{name}是谁？(&amp;W)</translation>
    </message>
    <message>
        <source>Merge into another</source>
        <translation>合并到另一角色</translation>
    </message>
    <message>
        <source>&amp;Who is not {name}?</source>
        <translation>谁不是{name}？(&amp;W)</translation>
    </message>
    <message>
        <source>Part again</source>
        <translation>重新分开</translation>
    </message>
    <message>
        <source>Add a character</source>
        <translation>添加角色</translation>
    </message>
    <message>
        <source>Taken out: {name}</source>
        <translation>已移除：{name}</translation>
    </message>
    <message>
        <source>{name} is there already. Are the two the same?</source>
        <translation>已经有{name}了。两者是同一人吗？</translation>
    </message>
    <message>
        <source>Two of one name</source>
        <translation>两个角色同名</translation>
    </message>
    <message>
        <source>&amp;Merge them</source>
        <translation>合并(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Keep both</source>
        <translation>都保留(&amp;K)</translation>
    </message>
    <message>
        <source>{name} is {other} from now on.</source>
        <translation>{name}今后就是{other}。</translation>
    </message>
    <message>
        <source>{name} is somebody else again.</source>
        <translation>{name}重新成为单独的角色。</translation>
    </message>
    <message>
        <source>Added: {name}</source>
        <translation>已添加：{name}</translation>
    </message>
    <message>
        <source>{name} is called {other} now.</source>
        <translation>{name}改名为{other}。</translation>
    </message>
</context>
<context>
    <name>WordActions</name>
    <message>
        <source>No longer emphasised: {word}</source>
        <translation>不再强调：{word}</translation>
    </message>
    <message>
        <source>Nothing to take back</source>
        <translation>没有可撤消的操作</translation>
    </message>
    <message>
        <source>Taken back: {title}</source>
        <translation>已撤消：{title}</translation>
    </message>
    <message>
        <source>No word here</source>
        <translation>这里没有词</translation>
    </message>
    <message>
        <source>Words of two sentences are never met together: select less</source>
        <translation>所选文字跨越两句，不会一起出现，请少选一些</translation>
    </message>
    <message>
        <source>Pronunciations cannot be kept.</source>
        <translation>读音无法保存。</translation>
    </message>
    <message>
        <source>Emphasised: {word}</source>
        <translation>已强调：{word}</translation>
    </message>
    <message>
        <source>Emphasised: {word}; but the settings turn that off</source>
        <translation>已强调：{word}，但设置中关闭了强调</translation>
    </message>
    <message>
        <source>Left out from the next sentence on: {word}</source>
        <translation>从下一句起不读：{word}</translation>
    </message>
    <message>
        <source>Said so from the next sentence on: {word}</source>
        <translation>从下一句起按新读音朗读：{word}</translation>
    </message>
</context>
</TS>
