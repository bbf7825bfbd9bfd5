using Fraud.Training;
using Microsoft.ML.Data;

namespace Fraud.Learn.MLNet;

/// <summary>One text as ML.NET reads it.</summary>
internal sealed class MLNetRow
{
    /// <summary>Class from 0; ML.NET makes its key, which counts from 1, of it.</summary>
    public uint Label { get; set; }

    /// <summary>Whether it is of the class that is told from the rest.</summary>
    public bool IsClass { get; set; }

    /// <summary>What the text's loss is multiplied by.</summary>
    public float Weight { get; set; }

    /// <summary>Texts of one group are never split between learning and judging.</summary>
    public string Group { get; set; } = "";

    /// <summary>Sparse features.</summary>
    public VBuffer<float> Features { get; set; }

    public static SchemaDefinition Schema(int classes, int features)
    {
        var schema = SchemaDefinition.Create(typeof(MLNetRow));
        schema[nameof(Label)].ColumnType = new KeyDataViewType(typeof(uint), classes);
        schema[nameof(Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features);
        return schema;
    }

    public static MLNetRow Of(TrainingProblem problem, int text, string group = "")
    {
        // A sparse vector wants its indices in order
        var indices = (int[])problem.Features[text].Clone();
        var values = (float[])problem.Values[text].Clone();
        Array.Sort(indices, values);
        return new()
        {
            Label = (uint)Math.Max(0, problem.Targets[text]),
            Weight = problem.Weights[text],
            Group = group,
            Features = new(problem.FeatureCount, indices.Length, values, indices),
        };
    }
}
