"""Traditional script, and the pinyin that some mirrors put in brackets behind its characters."""

from __future__ import annotations

_SIMPLIFIED = (
    "万与业东两严个丰临为丽举义乔习乡书买乱争于亏云产亩亲亿从仓仪们价众优会伟传伤伦伪体余侧侨俭债倾储僞儿党兰关兴养兽内册写军农冯冲决况冻净准凉减凤凯划刘刚创别办务动"
    "劳区医华协单卢卫厂厅厕厨县发台叶号后吕启吴员响啓团园围国图场处备复够头夹奖妇妈孙学宁实审宽宾对寻导将尔尘尽层属岁岗岚岛岭峯币师带帮广库应废开异弃张弹强归当录彻征"
    "径忆忧怀态总恒恳恶恼悬惊惩惯愿戏战户扑执扩扫扬扰抚护报担拟择挂挤挥损换据摊数断无旧时暂机杂条来杨杰构枫标栋栖档桥桩检残气汇污汤沟沥测济浏涛涝温湾滞满灯点烟爱爲牀"
    "牵状独环现电畅疗监盖码础碍礼种称税稳筛筹签简类红约级线组织终经结给统续维综绿缓编网罗羣职联艳节苏范药获莹营萧蒋蓝衆补装裏见规视览计训讲许设证评诈诉诊试话说课调谢"
    "谭财责货质购贯贸费贺贾赁资赖赵车转软载较辉输达迁运进连迟适选邓邹邻郑采钟钱银铺链镇长门闭问间阎队阳阶际陆陈险隐难静韩页项须顾领颐题额颤马驿验鹏鹤黄龄龙龚"
)
_TRADITIONAL = (
    "萬與業東兩嚴個豐臨為麗舉義喬習鄉書買亂爭於虧雲產畝親億從倉儀們價眾優會偉傳傷倫偽體餘側僑儉債傾儲偽兒黨蘭關興養獸內冊寫軍農馮衝決況凍淨準涼減鳳凱劃劉剛創別辦務動"
    "勞區醫華協單盧衛廠廳廁廚縣發臺葉號後呂啟吳員響啟團園圍國圖場處備復夠頭夾獎婦媽孫學寧實審寬賓對尋導將爾塵盡層屬歲崗嵐島嶺峰幣師帶幫廣庫應廢開異棄張彈強歸當錄徹徵"
    "徑憶憂懷態總恆懇惡惱懸驚懲慣願戲戰戶撲執擴掃揚擾撫護報擔擬擇掛擠揮損換據攤數斷無舊時暫機雜條來楊傑構楓標棟棲檔橋樁檢殘氣匯汙湯溝瀝測濟瀏濤澇溫灣滯滿燈點煙愛為床"
    "牽狀獨環現電暢療監蓋碼礎礙禮種稱稅穩篩籌簽簡類紅約級線組織終經結給統續維綜綠緩編網羅群職聯豔節蘇範藥獲瑩營蕭蔣藍眾補裝裡見規視覽計訓講許設證評詐訴診試話說課調謝"
    "譚財責貨質購貫貿費賀賈賃資賴趙車轉軟載較輝輸達遷運進連遲適選鄧鄒鄰鄭採鐘錢銀鋪鏈鎮長門閉問間閻隊陽階際陸陳險隱難靜韓頁項須顧領頤題額顫馬驛驗鵬鶴黃齡龍龔"
)
_SOUNDS = (
    "wàn yǔ yè dōng liǎng yán gè fēng lín wèi lì jǔ yì qiáo xí xiāng shū mǎi luàn zhēng yú kuī yún "
    "chǎn mǔ qīn yì cóng cāng yí men jià zhòng yōu huì wěi chuán shāng lún wěi tǐ yú cè qiáo jiǎn "
    "zhài qīng chǔ wěi ér dǎng lán guān xìng yǎng shòu nèi cè xiě jūn nóng féng chōng jué kuàng dòng "
    "jìng zhǔn liáng jiǎn fèng kǎi huà liú gāng chuàng bié bàn wù dòng láo qū yī huá xié dān lú wèi "
    "chǎng tīng cè chú xiàn fā tái yè hào hòu lǚ qǐ wú yuán xiǎng qǐ tuán yuán wéi guó tú chǎng chù "
    "bèi fù gòu tóu jiā jiǎng fù mā sūn xué níng shí shěn kuān bīn duì xún dǎo jiāng ěr chén jǐn céng "
    "shǔ suì gǎng lán dǎo lǐng fēng bì shī dài bāng guǎng kù yīng fèi kāi yì qì zhāng dàn qiáng guī "
    "dāng lù chè zhēng jìng yì yōu huái tài zǒng héng kěn è nǎo xuán jīng chéng guàn yuàn xì zhàn hù "
    "pū zhí kuò sǎo yáng rǎo fǔ hù bào dān nǐ zé guà jǐ huī sǔn huàn jù tān shù duàn wú jiù shí zàn "
    "jī zá tiáo lái yáng jié gòu fēng biāo dòng qī dàng qiáo zhuāng jiǎn cán qì huì wū tāng gōu lì cè "
    "jì liú tāo lào wēn wān zhì mǎn dēng diǎn yān ài wèi chuáng qiān zhuàng dú huán xiàn diàn chàng "
    "liáo jiān gài mǎ chǔ ài lǐ zhǒng chēng shuì wěn shāi chóu qiān jiǎn lèi hóng yuē jí xiàn zǔ zhī "
    "zhōng jīng jié gěi tǒng xù wéi zōng lǜ huǎn biān wǎng luó qún zhí lián yàn jié sū fàn yào huò "
    "yíng yíng xiāo jiǎng lán zhòng bǔ zhuāng lǐ jiàn guī shì lǎn jì xùn jiǎng xǔ shè zhèng píng zhà "
    "sù zhěn shì huà shuō kè diào xiè tán cái zé huò zhì gòu guàn mào fèi hè jiǎ lìn zī lài zhào chē "
    "zhuǎn ruǎn zài jiào huī shū dá qiān yùn jìn lián chí shì xuǎn dèng zōu lín zhèng cǎi zhōng qián "
    "yín pù liàn zhèn zhǎng mén bì wèn jiān yán duì yáng jiē jì lù chén xiǎn yǐn nán jìng hán yè "
    "xiàng xū gù lǐng yí tí é chàn mǎ yì yàn péng hè huáng líng lóng gōng "
)

_TABLE = str.maketrans(_SIMPLIFIED, _TRADITIONAL)
_SOUND = dict(zip(_TRADITIONAL, _SOUNDS.split(), strict=True))


def to_traditional(text: str) -> str:
    """Write a text in traditional characters.

    >>> to_traditional("责任单位")
    '責任單位'
    """
    return text.translate(_TABLE)


def annotate(text: str) -> str:
    """Write a text in traditional characters, the sound behind about two thirds of those that changed.

    >>> annotate("号")
    '號(hào)'
    """
    return "".join(
        c + f"({_SOUND[c]})" if c in _SOUND and ord(c) % 3 else c for c in to_traditional(text)
    )
