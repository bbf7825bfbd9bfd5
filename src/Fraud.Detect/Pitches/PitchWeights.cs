using System.Security.Cryptography;

namespace Fraud.Pitches;

/// <summary>Trained weights as written to weights.bin: one signed byte a number, with a scale a label.</summary>
public sealed record PitchWeights
{
    private const uint Magic = 0x57505246;
    private const int Format = 2;

    /// <summary>SHA-256 in hex of the words the weights were trained with (see <see cref="Lexicon.Hash"/>).</summary>
    public required string LexiconHash { get; init; }

    /// <summary>Value of a part in a text of one part; it shrinks with the root of their number.</summary>
    public required float PartScale { get; init; }

    /// <summary>Per label, what one step means in rows whose value shrinks with the length of the text.</summary>
    public required float[] PartSteps { get; init; }

    /// <summary>Per label, what one step means in the other rows.</summary>
    public required float[] WholeSteps { get; init; }

    /// <summary>Per label, added to every text.</summary>
    public required float[] Bias { get; init; }

    /// <summary>Calibration: labels' logits are divided by this in Chinese text and in other text.</summary>
    public required float[] Temperatures { get; init; }

    /// <summary>Share of each stance among posts of a label, without and then with a question: 2 × labels × stances.</summary>
    public required float[] Stances { get; init; }

    /// <summary>Feature keys, ascending.</summary>
    public required uint[] Keys { get; init; }

    /// <summary>One row of <see cref="PitchShape.Labels"/> steps a key.</summary>
    public required sbyte[] Rows { get; init; }

    /// <summary>Name and version of the model, such as "pitch@3f2a9c01": the beginning of the file's hash.</summary>
    public string Name { get; init; } = "pitch@unsaved";

    /// <summary>Reads a weights file; throws <see cref="InvalidDataException"/> when it is not one or does not fit this build.</summary>
    public static PitchWeights Load(string path)
    {
        var bytes = File.ReadAllBytes(path);
        using var reader = new BinaryReader(new MemoryStream(bytes));
        if (bytes.Length < 64 || reader.ReadUInt32() != Magic || reader.ReadInt32() != Format)
        {
            throw new InvalidDataException("The weights file is not one of this format; run `fraud train`.");
        }

        if (reader.ReadInt32() != FeatureWalk.Version || reader.ReadInt32() != PitchShape.Labels)
        {
            throw new InvalidDataException("The weights were trained with other features; run `fraud train`.");
        }

        return Read(reader, $"pitch@{Convert.ToHexStringLower(SHA256.HashData(bytes))[..8]}");
    }

    /// <summary>Writes the file; equal weights give equal bytes.</summary>
    public void Save(string path)
    {
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write(Magic);
        writer.Write(Format);
        writer.Write(FeatureWalk.Version);
        writer.Write(PitchShape.Labels);
        writer.Write(LexiconHash);
        writer.Write(PartScale);
        foreach (var numbers in new[] { PartSteps, WholeSteps, Bias, Temperatures, Stances })
        {
            Write(writer, numbers);
        }

        writer.Write(Keys.Length);
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(Keys.AsSpan()));
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(Rows.AsSpan()));
    }

    private static PitchWeights Read(BinaryReader reader, string name)
    {
        var weights = new PitchWeights
        {
            Name = name,
            LexiconHash = reader.ReadString(),
            PartScale = reader.ReadSingle(),
            PartSteps = ReadNumbers(reader),
            WholeSteps = ReadNumbers(reader),
            Bias = ReadNumbers(reader),
            Temperatures = ReadNumbers(reader),
            Stances = ReadNumbers(reader),
            Keys = new uint[reader.ReadInt32()],
            Rows = [],
        };
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.Keys.AsSpan()));
        var rows = new sbyte[weights.Keys.Length * PitchShape.Labels];
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(rows.AsSpan()));
        return weights with { Rows = rows };
    }

    private static void Write(BinaryWriter writer, float[] numbers)
    {
        writer.Write(numbers.Length);
        foreach (var number in numbers)
        {
            writer.Write(number);
        }
    }

    private static float[] ReadNumbers(BinaryReader reader)
    {
        var numbers = new float[reader.ReadInt32()];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = reader.ReadSingle();
        }

        return numbers;
    }
}
