# 电视台数据导出到电子表格并读回。

op-import_workbook = 采纳 { $file }：新增 { $added }、修改 { $changed }、删除 { $removed }
workbook-added = 新增
workbook-changed = 修改
workbook-removed = 删除
workbook-what = 内容
workbook-where = 位置
workbook-item = 这是什么
workbook-column = 列
workbook-was = 原来
workbook-now = 现在
workbook-totals = 已读 { $rows } 行：新增 { $added }、修改 { $changed }、删除 { $removed }。
workbook-nothing-new = 已读 { $rows } 行：没有新内容，无需处理。
workbook-note-use = 每行是一项，按编号识别：名称可改，行可排序，列可移动。请勿改动编号。
workbook-note-new = 新项另起一行，编号不得与本表其他行相同。要删除的项在最后一列写 x，其下各项一并删除；仅在此删去的行仍留在电视台内。
workbook-note-cells = 清空单元格即清空其内容。缺少的列不改变任何内容。一个单元格内的多个名称用逗号分隔。
workbook-about =
    { $field ->
        [id] 识别该项的编号，不可改动。新行须用别处没有的编号，最多 200 个字母
        [about] 说明该行是什么，仅供阅读：此处改动不采纳
        [name] 播出名称
        [zone] 频道时钟的时区，例如 Asia/Almaty
        [day_start] 播出日开始时间，早于 24:00
        [territory] 覆盖地区，ISO 3166 代码：KZ
        [rating_hours] 各分级可播出的时段：18+ 23:00-30:00, 16+ 21:00-30:00
        [quotas] 每周播出时间的最低占比：kk 50, ru 20
        [title] 表头所示语言的名称；其他语言可加列：名称 (uz)
        [kind] 行业用词：documentary、series、film、quotes、news、promo、filler 等
        [order] 各集是否只能按顺序播出
        [tags] 节目池和禁播所查的词
        [max_per_day] 节目池在每频道每日的播出上限；空为 2
        [synopsis] 内容简介，语言见表头
        [partners] 合作方编号
        [programme] 节目编号，见“节目”工作表
        [season] 季编号，见“季”工作表。授权中空为全部；编排表中为连播的季
        [episode] 集编号，见“分集”工作表
        [number] 观众看到的序号
        [place] 播出次序，或授权计次的次序。填新数字即移到该处；空为末尾
        [occasion] 所依附活动的编号
        [rating] 年龄分级，与频道所用一致：16+
        [places] 出现地点的编号
        [quotations] 所讲引文的编号
        [language] 配音语言：标签如 kk，或语言名称
        [duration] 时长，时、分、秒：0:25:00。单独的数字是分钟
        [house_number] 播出系统所用的带号
        [media] 媒体文件编号
        [channels] 频道编号；空为全部
        [languages] 语言；授权中空为全部；编排表中首选在前
        [from] 首个播出日期；编排表中空为不限
        [until] 末个播出日期（含）；编排表中空为不限。单日则两列相同
        [max_runs] 每频道每集的播出次数；空为不限
        [shared] 次数是否所有频道合并计算
        [rerun_hours] 一次播出开始后多少小时内的播出仍算同一次
        [min_gap_hours] 同频道同集两次开播的间隔小时；空为重播小时数加一
        [channel] 频道编号，见“频道”工作表
        [days] 所在星期；空为每天
        [start] 钟面时间；过午夜继续累计：25:30
        [length_min] 时长（分钟）
        [layer] 高图层覆盖低图层；0 为平常周
        [weight] 时段价值，1（深夜）至 5（黄金时段）
        [fill] 此处播出什么
        [then] 连播：最后一集之后
        [repeats] 重播：所重播时段的编号
        [days_after] 重播：几天之后；0 为同日
        [pool_programmes] 节目池：节目编号；空为不限
        [pool_kinds] 节目池：节目类型；空为不限
        [pool_tags] 节目池：标签，节目有其一即可；空为不限
        [hold_title] 直播或外来：标题
        [hold_language] 直播或外来：计入配额的语言
       *[remove] 写 x 即从电视台内删除该项及其下各项
    }
failure-workbook_empty = 文件中没有节目库、授权或编排表的工作表。
failure-workbook_empty-hint = “arna export workbook” 会写出这样的文件：四种语言的工作表名和表头都能读。
failure-workbook_faulty = 有 { $count } 个单元格有问题，未采纳任何内容。
failure-workbook_faulty-hint = 改正后重新导入文件。
failure-workbook_other = 文件或电视台的内容已与所显示的不同，未采纳任何内容。
failure-workbook_other-hint = 请再看一遍改动，然后采纳。
failure-workbook_document = 电视台文档不能采纳工作簿：只有电视台文件保存每一步。
failure-workbook_document-hint = 用 “arna import station” 建立电视台文件，或去掉 --accept。
failure-workbook_form = 工作簿不能写成以 { $ending } 结尾的文件。
failure-workbook_form-hint = 写成工作簿请以 .xlsx 结尾；写成表格（CSV）请指定文件夹。
invalid-workbook_formula = 公式出错：{ $found }。请写出所指内容，或清空单元格。
invalid-workbook_date_for_text = 程序把此文本变成了日期或时间（{ $found }）。请把单元格设为文本格式后重新输入。
invalid-workbook_quotes = { $found } 的引号没有结束。引号内的名称须以引号结束。
invalid-workbook_number = “{ $found }” 不是此处可用的整数。
invalid-workbook_date = “{ $found }” 不是日期。请写 2024-07-01 或 01.07.2024 这样的日期。
invalid-workbook_duration = “{ $found }” 不是一天以内的时长。请写时、分、秒：0:25:00。
invalid-workbook_duration_parts = “{ $found }” 可能是分和秒，也可能是时和分。请写全三段：0:10:00 是十分钟，10:00:00 是十小时。
invalid-workbook_clock = “{ $found }” 不是 00:00 至 48:00 之间精确到分的时间。过午夜继续累计：25:30。
invalid-workbook_choice = “{ $found }” 不是此处可用的词：{ $field ->
        [order] 按顺序、任意
        [fill] 连播下一集、重播、节目池、直播或外来
        [then] 时段留空、从第一集重新开始
       *[shared] 是、否
    }。
invalid-workbook_days = “{ $found }” 不是星期。请写周一、周二或周一-周五，或每天。
invalid-workbook_language = “{ $found }” 不是语言。请写标签如 kk，或名称如哈萨克语。
invalid-workbook_rating_hours = “{ $found }” 不是各出现一次的分级时段。请写 18+ 23:00-30:00。
invalid-workbook_quotas = “{ $found }” 不是语言占比。请写 kk 50, ru 20。
invalid-workbook_mark = “{ $found }” 不是标记。要删除请写 x，否则清空单元格。
invalid-workbook_missing = 必须填写“{ $head }”，此行没有。
invalid-workbook_other_filling = “{ $head }” 与该时段的填充不符。请清空，或改变填充。
invalid-workbook_still_used = “{ $id }” 不能删除：有 { $count } 条播出或其他记录用到它。请保留，或先从电视台中删去这些。
invalid-workbook_unknown_sheet = 工作表“{ $sheet }”未读取：名称和表头都无法识别。
invalid-workbook_sheet_twice = “{ $sheet }” 与前面的工作表内容相同。请只留一个。
invalid-workbook_no_id_column = 没有表头为“编号”的列，无法识别各行。
invalid-workbook_column_twice = 表头“{ $found }”出现两次。请只留一列。
invalid-workbook_unknown_column = 列“{ $found }”未读取：此处无此表头。文本的表头须注明语言：名称 (kk)。
invalid-workbook_read_only = “{ $found }” 未采纳：此列仅说明该行是什么，此处为“{ $says }”。要改请改其他列。
invalid-workbook_merged = 此处单元格已合并。请拆分并在每格写明内容。
invalid-workbook_id_twice = “{ $found }” 已在 { $first }。每行须有自己的编号。
invalid-workbook_no_id = 此行没有编号。请写一个本表其他行没有的编号。
invalid-workbook_bad_id = “{ $found }” 不是编号：一行之内最多 { $most } 个字母。
