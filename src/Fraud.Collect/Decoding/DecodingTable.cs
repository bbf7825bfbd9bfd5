namespace Fraud.Collect.Decoding;

/// <summary>Reads the tables that are part of the program; see Tables/LICENSE-WHATWG.txt.</summary>
internal static class DecodingTable
{
    public static byte[] Load(string name)
    {
        using var stream = typeof(DecodingTable).Assembly.GetManifestResourceStream(name)!;
        var table = new byte[stream.Length];
        stream.ReadExactly(table);
        return table;
    }
}
