// What people call a zone that is named after another city: capitals and countries in our languages, to find it by.

export const ALSO: Record<string, string> = {
  'Asia/Almaty': 'Astana Астана Алматы 阿斯塔纳 阿拉木图 Kazakhstan Казахстан Қазақстан 哈萨克斯坦',
  'Asia/Shanghai': 'Beijing Peking Пекин Бейжің 北京 上海 China Китай Қытай 中国 Shenzhen Guangzhou',
  'Asia/Urumqi': 'Урумчи Үрімжі 乌鲁木齐 Xinjiang Синьцзян Шыңжаң 新疆',
  'Asia/Hong_Kong': 'Гонконг 香港',
  'Asia/Tashkent': 'Ташкент 塔什干 Uzbekistan Узбекистан Өзбекстан 乌兹别克斯坦 Samarkand Самарканд',
  'Asia/Bishkek': 'Бишкек Бішкек 比什凯克 Kyrgyzstan Кыргызстан Киргизия Қырғызстан 吉尔吉斯斯坦',
  'Asia/Dushanbe': 'Душанбе 杜尚别 Tajikistan Таджикистан Тәжікстан 塔吉克斯坦',
  'Asia/Ashgabat': 'Ашхабад Ашғабат 阿什哈巴德 Turkmenistan Туркменистан Түрікменстан 土库曼斯坦',
  'Asia/Ulaanbaatar': 'Улан-Батор Ұлан-Батор 乌兰巴托 Mongolia Монголия Моңғолия 蒙古',
  'Asia/Kolkata': 'Delhi Дели 新德里 Mumbai India Индия Үндістан 印度',
  'Asia/Seoul': 'Сеул 首尔 Korea Корея 韩国',
  'Asia/Tokyo': 'Токио 东京 Japan Япония Жапония 日本',
  'Asia/Baku': 'Баку 巴库 Azerbaijan Азербайджан Әзербайжан 阿塞拜疆',
  'Asia/Dubai': 'Абу-Даби Abu Dhabi Дубай 迪拜 Emirates ОАЭ 阿联酋',
  'Europe/Moscow': 'Москва Мәскеу 莫斯科 Russia Россия Ресей 俄罗斯 Saint Petersburg Санкт-Петербург',
  'Europe/Istanbul': 'Ankara Анкара Стамбул Ыстамбұл 安卡拉 伊斯坦布尔 Turkey Türkiye Турция Түркия 土耳其',
  'Europe/Berlin': 'Берлин 柏林 Germany Deutschland Германия 德国',
  'Europe/Paris': 'Париж 巴黎 France Франция 法国',
  'Europe/London': 'Лондон 伦敦 Britain Великобритания Ұлыбритания 英国',
  'America/New_York': 'Washington Вашингтон 华盛顿 Нью-Йорк 纽约 USA США АҚШ 美国',
}
