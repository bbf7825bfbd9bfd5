using System.Collections.Frozen;

namespace Fraud.Collect.Decoding;

/// <summary>The characters that make up most of ordinary text, by script; what a wrong guess at the charset does not produce.</summary>
internal static class CommonCharacters
{
    public static FrozenSet<char> Chinese { get; } = Set(
        "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实"
        + "日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解"
        + "水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设"
        + "式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运费价低卖买号站账充值请微转载评复登录注册密码户网页首搜索击查版链联"
        + "這個們來為爲國說時會對後於過發裡裏種經麼學現當沒動還進樣開從實軍無與長機關點業將兩間問並應戰頭體見產話內給門兒東聲員論處義幾認條氣題爾別變總電數報結務場計資許統區隊決馬書聽卻達強難權設記類據邊張該規萬"
        + "覺術領確傳師觀讓識帶導爭運費價賣買號賬請轉載評復登錄冊碼戶網頁擊鏈聯係嘅唔佢哋咗喺");

    public static FrozenSet<char> Kana { get; } = Set(string.Concat(Enumerable.Range(0x3041, 0x56).Concat(Enumerable.Range(0x30A1, 0x56)).Select(c => (char)c)) + "ー");

    public static FrozenSet<char> Kanji { get; } = Set(
        "日一国会人年大十二本中長出三同時政事自行社見月分議後前民生連五発間対上部東者党地合市業内相方四定今回新場金員九入選立開手米力学問高代明実円関決子動京全目表戦経通外最言氏現理調体化田当八六約主題下首意"
        + "法不来作性的要用制治度務強気小七成期公持野協取都和統以機平総加山思家話世受区領多県続進正安設保改数記院女初北午指権心界支第産結百派点教報済書府活原先共得解名交資予川向際査勝面委告軍文反元重近千考判認画"
        + "海参売利組知案道信策集在件団別物側任引使求所次水半品論計死官増係感特情投示変打男基私各始島直両朝革価式確村提運終挙果西勢減台広容必応演電歳住争談能無再位置企真流格有疑口過局少放税検常町校料裁状工建語球営空職");

    public static FrozenSet<char> Hangul { get; } = Set(
        "이다는에의가을하고를은지기로도한사서자어리나시대인그아일정수들해있스부것전보장제원주상게만여으성관동조구면라회오경과공안요적국선연계유신위실비문교방구진발심당개최세소년화니습합입업무용물분명산생중학역미법됐했"
        + "않없너네때말더될된할함및또모든우저내데와까지려러르며면서술식건강치재간권감결남여후양반특현통표투평행외북번등돈식식호료터트드크프체약처음점집임작력설");

    public static FrozenSet<char> Cyrillic { get; } = Set("оеаинтсрвлкмдпуя");

    public static FrozenSet<char> Greek { get; } = Set("αοιετσνηυρπκλμςόίάήέ");

    public static FrozenSet<char> Hebrew { get; } = Set("יוהלאתרבשמנ");

    public static FrozenSet<char> Arabic { get; } = Set("اليمونرتبةعدسفهكحقأ");

    public static FrozenSet<char> Thai { get; } = Set("านรอกเงมยลวดทสตะปบคหแ่้ีัิ์");

    public static FrozenSet<char> Latin { get; } = Set("éèàçêüöäßñáíóúâîôûëïøåæœãõìòùÉÈÀÇÖÄÜŒ’‘“”–—…«»°€£©®·• ");

    public static FrozenSet<char> Punctuation { get; } = Set("，。、；：？！（）《》「」『』“”‘’【】…—·～　％＋／＝０１２３４５６７８９");

    private static FrozenSet<char> Set(string characters) => characters.ToFrozenSet();
}
