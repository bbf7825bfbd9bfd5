using System.Numerics;
using AngleSharp.Html.Dom;

namespace Fraud.Collect.Extracting;

/// <summary>Tells a page's language: by its script where that decides, else as declared.</summary>
internal static class PageLanguage
{
    private const string SimplifiedOnly = "们个这说时会对过为发来学现没动还进样开从实军无与长机关点业将两间问应战头体见产话内给门儿东声员论处义认条气题尔别变总电数报结务场计资许统区队决马书听达难权设记类张该规术领传师观让识带导争运费卖买号账请转载评录册码户网页击链联";
    private const string TraditionalOnly = "們個這說時會對過爲發來學現沒動還進樣開從實軍無與長機關點業將兩間問應戰頭體見產話內給門兒東聲員論處義認條氣題爾別變總電數報結務場計資許統區隊決馬書聽達難權設記類張該規術領傳師觀讓識帶導爭運費賣買號賬請轉載評錄冊碼戶網頁擊鏈聯為裡啲嘅係咁";

    /// <summary>BCP 47 tag; empty when unknown.</summary>
    public static string Of(IHtmlDocument? document, string text)
    {
        var byScript = ByScript(text);
        if (byScript.Length > 0)
        {
            return byScript;
        }

        var declared = document?.DocumentElement?.GetAttribute("lang")?.Trim() ?? "";
        return declared.Length is >= 2 and <= 35 && declared.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? declared.Replace('_', '-') : "";
    }

    private static string ByScript(string text)
    {
        var (han, kana, hangul, letters, simplified, traditional) = (0, 0, 0, 0, 0, 0);
        var sample = text.AsSpan(0, Math.Min(text.Length, 5000));
        for (var i = 0; i < sample.Length; i++)
        {
            if (AsciiChunk.TryRead(sample[i..], out var chunk))
            {
                letters += BitOperations.PopCount(chunk.Letters);
                i += AsciiChunk.Size - 1;
                continue;
            }

            var c = sample[i];
            if (char.IsAscii(c))
            {
                letters += char.IsAsciiLetter(c) ? 1 : 0;
                continue;
            }

            letters += char.IsLetter(c) ? 1 : 0;
            kana += c is >= '\u3041' and <= '\u30FA' ? 1 : 0;
            hangul += c is >= '\uAC00' and <= '\uD7A3' ? 1 : 0;
            if (c is >= '\u4E00' and <= '\u9FFF')
            {
                han++;
                simplified += SimplifiedOnly.Contains(c) ? 1 : 0;
                traditional += TraditionalOnly.Contains(c) ? 1 : 0;
            }
        }

        return letters == 0 ? ""
            : kana * 20 > letters ? "ja"
            : hangul * 5 > letters ? "ko"
            : han * 5 < letters ? ""
            : traditional > simplified ? "zh-Hant"
            : "zh-Hans";
    }
}
